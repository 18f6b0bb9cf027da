"""Stage 4: which mentions, in one report and across reports, tell of one incident.

A mention is one document's telling of one event (`model.incident.Mention`). Linking goes: a profile
of each mention (profile.py), pairs worth comparing (block.py), evidence for and against each pair
in log2 odds (compare.py), clusters that no contradiction breaks (cluster.py), ids minted once
(mint.py). `link.link` does it all, as a pure function of claims, judgements and mintings.
"""
