"""Builds documents for the lineage tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest

from bearwitness.model.document import Anchor, Document

MakeDocument = Callable[..., Document]

TAKE_ONE = """Shelling kills 12 at market in river town

Shells hit the vegetable market in the river town early on Monday and killed 12 people, the \
provincial health office said.

The market was crowded with families who had come in from the villages to sell the first melons \
of the season.

"We pulled people out from under the stalls with our bare hands," a baker who lives beside the \
market told the agency by telephone.

Both sides in the conflict have accused each other of firing on the east bank since the truce \
broke down in spring.

The governor was due to meet a delegation of United Nations monitors at the town hall on Tuesday.

It was not known how many people were still buried under the collapsed roof of the market hall."""

TAKE_TWO = """Market shelling toll climbs to 19

Shells that hit the vegetable market in the river town early on Monday killed 19 people, the \
provincial health office said on Tuesday, raising an earlier toll of 12.

The market was crowded with families who had come in from nearby villages to sell the first \
melons of the season.

"We pulled people out from under the collapsed stalls with our bare hands," a baker who lives \
beside the market told the agency by telephone.

The governor met a delegation of United Nations monitors at the town hall on Tuesday and asked \
for a standing patrol.

Both sides in the conflict have accused each other of firing on the east bank since the truce \
broke down in spring."""

STATEMENT = (
    "“We call upon every party to this war to open the bridges to the sick and the wounded without "
    "delay and without conditions and to let the convoys of grain pass the river before the winter "
    "closes the roads,”"
)
QUOTING_ONE = f"""Aid body appeals over bridges

Hospitals in the north are turning patients away because fuel for their generators has run out.

{STATEMENT} the aid body said.

Doctors reached by radio said that three wards had closed since Friday and that surgery went on by \
torchlight.

Fuel trucks have waited at the crossing for nine days."""
QUOTING_TWO = f"""Grain prices double as roads close

Bread has doubled in price in a month, traders in the capital's covered market say.

Millers blame the loss of the river road, which carried four in five sacks before the fighting.

{STATEMENT} an aid body wrote on Sunday.

The ministry of trade denied that there was any shortage and promised to open its own stores."""
OTHER = """Strike over pay empties the stadium

The cup final was put off on Saturday after the groundsmen walked out over unpaid wages.

Players of both teams stood by the gate and signed shirts for the few who had come.

A new date will be named once the league and the union have talked."""


@pytest.fixture
def make() -> MakeDocument:
    def build(name: str, text: str, **fields: object) -> Document:
        day = fields.pop("day", None)
        anchor = Anchor(day, "day", "stated") if isinstance(day, date) else Anchor()
        return Document(
            document_id=f"doc-{name}",
            source_id=name,
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            language="en",
            anchor=anchor,
            **fields,  # type: ignore[arg-type]
        )

    return build
