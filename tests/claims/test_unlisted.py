from __future__ import annotations

import pytest

from bearwitness.claims.unlisted import unlisted_group
from bearwitness.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Sharqat Army fighters came", "Sharqat Army", "militia"),
        ("Liwa al-Nahr fighters came", "Liwa al-Nahr", "rebel"),
        ("Jaysh Tariq ibn al-Bahr withdrew", "Jaysh Tariq ibn al-Bahr", "rebel"),
        ("Al Nahr Al Kabir Operation Room shelled", "Al Nahr Al Kabir Operation Room", "militia"),
        ("12th Armoured Brigade vehicles burnt", "12th Armoured Brigade", "state_force"),
        ("Abbala tribesmen came", "Abbala tribesmen", "militia"),
    ],
)
def test_a_group_is_read_off_how_its_name_is_built(text: str, name: str, kind: str) -> None:
    group = unlisted_group(text, tokenize(text), 0)
    assert group is not None
    assert (group.name, group.kind) == (name, kind)


@pytest.mark.parametrize("text", ["Suspected militants came", "Two rebels came", "12th man came"])
def test_what_only_qualifies_people_names_no_group(text: str) -> None:
    assert unlisted_group(text, tokenize(text), 0) is None


def test_a_town_whose_name_begins_like_a_groups_is_no_group() -> None:
    tokens = tokenize("A bomb went off at a bank in Lashkar Gah on Monday.")
    at = next(i for i, t in enumerate(tokens) if t.text == "Lashkar")
    assert unlisted_group("A bomb went off at a bank in Lashkar Gah on Monday.", tokens, at) is None
