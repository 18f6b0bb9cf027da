from __future__ import annotations

import pytest
from tests.claims.test_also_harmed import counts


def hit(text: str) -> list[tuple[str, int | None]]:
    """Outcome and number of what a report says of those hit."""
    return [(o, c.low) for o in ("casualties", "injured", "killed") for c in counts(text, o)]


def test_all_who_were_hit_are_not_all_hurt_where_one_of_them_died() -> None:
    text = (
        "A shooting in Homs left one person dead and another person wounded. Two victims suffered "
        "gunshot wounds in the shooting, police said."
    )
    assert hit(text) == [("casualties", 2), ("injured", 1), ("killed", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "A shooting in Homs killed one person and wounded three. Three victims suffered gunshot "
        "wounds, police said.",
        "A shooting in Homs left two people wounded. Two victims suffered gunshot wounds.",
    ],
)
def test_those_who_were_hurt_stay_hurt(text: str) -> None:
    assert not [o for o, _ in hit(text) if o == "casualties"]
