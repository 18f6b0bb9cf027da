"""Word lists of the reporting of speech and of counts: the verbs, and what stands beside them."""

from __future__ import annotations

from bearwitness.claims.speech_words import words

# Verbs that take a clause of words said.
SAYING = words(
    """
    said say says saying stated told tells tell announced announces added adds noted notes
    explained declared declares wrote writes tweeted posted alleged alleges acknowledged
    acknowledges admitted admits denied denies insisted insists continued warned warns
    indicated indicates revealed reveals disclosed estimated estimates argued argues
    asserted asserts suggested suggests maintains accused accuses learned reiterated
    deny insist admit acknowledge warn estimate
    stressed conceded concluded testified recalled quoted commented replied
    """
)
# Verbs that also take the count as their object.
COUNTING = words(
    """
    reported reports report reporting confirmed confirms confirm claimed claims claim
    documented documents document recorded records record counted counts count registered
    verified verifies identified monitored listed lists tallied logged published
    """
)
NOUN_OR_VERB = words(
    """
    reports report claims claim documents document records record counts count notes
    estimates lists states
    """
)
BARE = frozenset(
    """report claim document record count confirm say tell deny insist admit acknowledge
    warn estimate""".split()
)
PLURALS = frozenset("police people media they we i you some others many personnel staff".split())
# Verbs that things do as well ("an X-ray revealed"): their subject must look like a source.
LOOSE = words(
    """
    learned indicated indicates suggested suggests continued recalled revealed reveals posted
    warned
    """
)
PASSIVE = words(
    """
    was were is are been being be get got
    """
)
FIGURE_NOUNS = words(
    """
    toll tolls number numbers figure figures count dead deaths death casualties fatalities
    tally wounded injured victims killed total losses
    """
)
AFTER_PARTICIPLE = words(
    """
    by in at on as since during from near within among to so
    """
)
CONNECTIVES = words(
    """
    but while whereas although though and yet that as
    """
)
NOT_CLAIMS = words(
    """
    responsibility involvement lives life asylum victory credit thousands hundreds
    """
)
COORDINATING = frozenset(("but", "while", "whereas", "although", "though", "and", "yet"))
QUOTES = '"“”„«»'
DISMISSING = frozenset(("dismissed", "dismisses", "rejected", "rejects", "refuted", "disputed"))
WRITTEN = frozenset(("caption", "bulletin", "tally", "summary", "dispatch", "list", "database"))
DISMISSED = words(
    """
    claims claim reports report allegations allegation accusations accusation accounts account
    """
)
FALSEHOODS = words(
    """
    fabrication fabricated false lies lie untrue baseless propaganda fake unfounded
    """
)
MOVED = words(
    """
    appalled horrified alarmed shocked saddened outraged dismayed troubled
    """
)
