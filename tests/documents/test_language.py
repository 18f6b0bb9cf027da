"""Language as declared, else detected offline, else undecided."""

from __future__ import annotations

import pytest

from bearwitness.documents.language import declared_language, detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Seven people were killed by the shelling of the market.", "en"),
        ("SEVEN PEOPLE WERE KILLED BY THE SHELLING OF THE MARKET TOWN ON MONDAY.", "en"),
        (
            "Sept personnes ont été tuées lundi dans le bombardement du marché, selon le maire.",
            "fr",
        ),
        ("Siete personas murieron el lunes en el bombardeo del mercado, según el alcalde.", "es"),
        ("قتل سبعة أشخاص في قصف على السوق يوم الاثنين بحسب رئيس البلدية", "ar"),
        ("Sri Lanka, May 3: LTTE bombs the Sri Kovil shrine in Vavuniya, killing 17.", "en"),
        ("Seven killed", "und"),
        ("12345 67", "und"),
    ],
)
def test_detection(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    ("given", "code"),
    [("en-US", "en"), ("FR", "fr"), ("pt_BR", "pt"), ("english", None), (7, None)],
)
def test_declared_codes(given: object, code: str | None) -> None:
    assert declared_language(given) == code
