"""The names of rules and reasons that figures carry, each with what it says.

docs/codebook.md lists them; the tests hold that no figure carries any other.
"""

from __future__ import annotations

RULES: dict[str, str] = {
    "stated": "one source counts; its count as given",
    "sources_agree": "several sources give the same count",
    "range_of_sources": "several sources differ: the lowest, the best carried and the highest",
    "sum_of_parts": "a list without a total, added up by the reader of the text",
    "sum_of_additional": "a count and those told of later as more, added up",
    "sum_of_statuses": "civilians and fighters counted apart, and nobody counted together",
    "sum_of_camps": "the dead of an army and those of the armed group it fought, counted apart",
    "share_of_total": "a share of a counted whole, as the least number it allows",
    "harmed_less_killed": "people shot or harmed, less those killed",
    "harmed_beside_the_killed": "people shot or harmed, told of beside the dead",
    "harmed_none_reported_dead": "people shot or harmed, where no death is told of",
    "harmed_in_a_fatal_event": "the one person shot or harmed, in an event that is called fatal",
    "vague_words": "a vague word's least number (“dozens”: 24)",
    "upper_bound_only": "“up to N” and nothing else: best N, open below",
    "stated_unknown": "the text says that the number is not known",
    "no_number": "people are told of without any number",
    "all_died": "everyone told hurt is told dead in another report; nothing else is said",
    "as_coded": "an imported record's own estimate, as its coders give it",
    "corrected_by_review": "a person's figure",
}

REASONS: dict[str, str] = {
    "subset": "a larger figure of the same event holds it",
    "part_of_a_sum": "it is one part of a sum that is used",
    "part_of_the_stated_total": "the same report states a larger total",
    "fighters_beside_a_sum": "fighters counted beside a larger sum of other people",
    "person_or_part": "one person, family or place singled out",
    "part_of_those_harmed": "one injured person, where more are counted as harmed",
    "lower_count_in_text": "the same source gives a higher count in the same report",
    "headline_body_wins": "the body gives a number",
    "headline_restates": "the same report says it again, with its speaker or its bounds",
    "superseded_in_text": "the text gives it as an earlier count",
    "superseded": "a later count of the same source replaces it",
    "outgrown": "another report gives it as an earlier count, or tells that the toll rose past it",
    "window": "it covers several days; see tolls",
    "cumulative": "it covers a war or a year; see tolls",
    "the_one_who_died": "the person told hurt is told dead in another report",
    "distributive": "“three each”: how many times is not told",
    "denied": "it is told only to be denied",
    "vague_beside_a_number": "a vague word beside a number",
    "a_number_is_stated": "no number, where another claim gives one",
    "no_number": "no number, beside a statement that it is not known",
    "none_reported_beside_a_count": "“no casualties reported”, where somebody counts some",
    "premise": "a derived count that is used rests on it",
    "floor_met_by_a_count": "a share's least number, or bodies received, met by a count",
    "second_hand_far_above_the_others": "heard from another source, and far above every other",
}
