"""What governs a word of handing over, and how far it says goods have come."""

from __future__ import annotations

import pytest

from bearwitness.claims.transfer_verbs import hands, noun_told, noun_told_after, verb_told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway supplied rifles", "delivered"),
        ("Norway has supplied rifles", "delivered"),
        ("Norway is supplying rifles", "delivered"),
        ("Norway will supply rifles", "announced"),
        ("Norway agreed to supply rifles", "announced"),
        ("Norway signed a deal to supply rifles", "announced"),
        ("Chad asked Norway to supply rifles", "sought"),
        ("Norway refused to supply rifles", "blocked"),
        ("Norway stopped supplying rifles", "suspended"),
        ("Norway was accused of supplying rifles", "delivered"),
        ("Norway has not supplied rifles", None),
        ("Norway could supply rifles", None),
        ("Norway would have supplied rifles", None),
        ("urged Norway to stop supplying rifles", None),
        ("it is a crime to supply rifles", None),
        ("by supplying rifles", None),
    ],
)
def test_a_verb_tells_by_its_form_and_what_governs_it(text: str, status: str | None) -> None:
    [hand] = [h for h in hands(text, 0, len(text)) if h.lemma == "supply"][:1]
    found = verb_told(text, 0, hand)
    assert (found.status if found else None) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway approved the possible ", "announced"),
        ("Norway has suspended all ", "suspended"),
        ("Norway decided to halt ", "suspended"),
        ("Norway announced a suspension of ", "suspended"),
        ("Norway lifted its ban on ", "announced"),
        ("Spain cancelled the ", "blocked"),
        ("Chad requested the ", "sought"),
        ("a motion to block the ", None),
        ("Norway could suspend the ", None),
        ("Norway criticised the ", None),
    ],
)
def test_a_noun_tells_by_what_governs_it(text: str, status: str | None) -> None:
    found = noun_told(text + "sale", 0, len(text))
    assert (found.status if found else None) == status


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (" have arrived", "delivered"),
        (" was suspended", "suspended"),
        (" were seized", "blocked"),
        (" will begin", "announced"),
        (" are of no importance", None),
    ],
)
def test_a_noun_tells_by_the_verb_after_it(after: str, status: str | None) -> None:
    assert noun_told_after("sale" + after, 4, len(after) + 4) == status
