"""The register of a few documents and claims, in one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from tests.factories import by_id, make_incident, make_lineages

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry
from bearwitness.model.review import Review
from bearwitness.register import reconcile

Enter = Callable[..., Entry]


@pytest.fixture
def enter() -> Enter:
    """One incident of all the claims, as the register holds it."""

    def made(
        documents: Sequence[Document],
        claims: Sequence[Claim],
        lineages: Lineages | None = None,
        reviews: Sequence[Review] = (),
    ) -> Entry:
        apart = make_lineages(*((d,) for d in documents))
        register = reconcile(
            [make_incident(claims)], claims, lineages or apart, by_id(*documents), reviews
        )
        return register.entries[0]

    return made
