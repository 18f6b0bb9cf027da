"""Every rule and reason that a figure carries is named, explained and in the codebook."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from tests.factories import make_lineages
from tests.register.test_properties import Told, register_of, reports

from bearwitness.model.register import Figure
from bearwitness.register.rules import REASONS, RULES


@given(reports())
@settings(deadline=None, max_examples=100)
def test_figures_carry_only_named_rules_and_reasons(told: Told) -> None:
    documents, claims, groups = told
    for entry in register_of(documents, claims, make_lineages(*groups)).entries:
        for figure in (*entry.killed.values(), *entry.injured.values()):
            assert isinstance(figure, Figure)
            assert figure.rule in RULES
            assert {s.why for s in figure.set_aside} <= set(REASONS)


def test_the_codebook_lists_every_rule_and_reason(repository: Path) -> None:
    book = (repository / "docs" / "codebook.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(\w+)` \|", book, re.M))

    assert set(RULES) | set(REASONS) <= listed
