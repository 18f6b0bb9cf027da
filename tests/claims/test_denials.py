from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.claims.denials import find_denials


@pytest.mark.parametrize(
    ("text", "outcome", "status", "statement"),
    [
        ("It was unclear how many people died.", "killed", "any", "unknown_number"),
        ("How many rebels were killed is unknown.", "killed", "combatant", "unknown_number"),
        ("The number of wounded is not known.", "injured", "any", "unknown_number"),
        ("An unknown number of people were injured.", "injured", "any", "unknown_number"),
        ("There was no word on casualties.", "casualties", "any", "unknown_number"),
        ("The death toll was not immediately clear.", "killed", "any", "unknown_number"),
        ("There were no reports of casualties.", "casualties", "any", "none_reported"),
        ("No civilian casualties were reported.", "casualties", "civilian", "none_reported"),
        ("Nobody was hurt.", "injured", "any", "none_reported"),
        ("The raid caused no deaths.", "killed", "any", "none_reported"),
        ("The army denied killing civilians.", "killed", "civilian", "denied"),
        ("None of its men had been killed.", "killed", "combatant", "none_reported"),
        ("No residents were harmed in the raid.", "injured", "civilian", "none_reported"),
        (
            "The army has not said how many troops were hurt.",
            "injured",
            "combatant",
            "unknown_number",
        ),
        ("They gave no figure for those killed.", "killed", "any", "unknown_number"),
        ("“We did not kill any civilian,” he said.", "killed", "civilian", "denied"),
    ],
)
def test_what_is_not_known_or_did_not_happen_is_a_claim_of_its_own(
    text: str, outcome: str, status: str, statement: str
) -> None:
    (found,) = find_denials(text)
    assert (found.outcome, found.status, found.statement) == (outcome, status, statement)
    assert found.hedge == ("denied" if statement == "denied" else None)


@pytest.mark.parametrize(
    "text",
    [
        "He denied the reports about the budget.",
        "It was unclear how many seats the party won.",
        "There were no reports of rain.",
        "Nine people were killed.",
        "No fewer than 38 were killed.",
        "Bombs in Kosano killed 23 and wounded 11.",
    ],
)
def test_denials_of_other_things_are_left_alone(text: str) -> None:
    assert find_denials(text) == []


def test_fighters_among_the_dead_may_be_unknown() -> None:
    (found,) = find_denials("It was not known how many of the others were fighters.")
    assert (found.status, found.statement) == ("combatant", "unknown_number")


WORDS = """no casualties were reported unknown how many denied killing the number of dead is not
known civilians . ,""".split()


@given(st.lists(st.sampled_from(WORDS)))
def test_denials_lie_in_their_sentence_in_order(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for found in find_denials(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
