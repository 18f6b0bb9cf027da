"""One document in, its claims out: what stands where, on whose word, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_document

from bearwitness.claims.extract import Extractor
from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.document import Document
from bearwitness.model.place import Place
from bearwitness.model.span import Span


class Atlas:
    """A gazetteer that knows one town and one country, or nothing."""

    def __init__(self, *places: Place) -> None:
        self.places = places

    def look_up(self, name: str) -> tuple[tuple[Place, float], ...]:
        return tuple((p, 1.0) for p in self.places if p.name.lower() == name.lower())

    def look_up_in(self, name: str, country: str) -> tuple[tuple[Place, float], ...]:
        return ()

    def peoples(self, word: str) -> tuple[Place, ...]:
        return ()

    def part_of_division(self, code: str, compass: str) -> tuple[float, float] | None:
        return None

    def division_name(self, code: str | None) -> str | None:
        return None


TOWN = Place(2, 12, "Northmoor", 35.95, 39.01, "SY", "SY.04", None, "city", 200_000)
COUNTRY = Place(1, 11, "Syria", 35.0, 38.0, "SY", None, None, "country", 17_000_000, 240.0)
READER = Extractor(Atlas(COUNTRY, TOWN))
BLIND = Extractor(Atlas())

REPORT = """Government warplanes bombed the market of Northmoor in Syria on Tuesday, \
killing at least 12 people, a hospital doctor said.

More than half of the dead were civilians, the doctor said.

It was unclear how many fighters were killed.

The war has killed more than 195,000 people since March 2011.

Please share this page with 40 wounded readers."""


def document(text: str = REPORT, title: str | None = "Raid kills 13 in Northmoor") -> Document:
    made = make_document(text=text, title=title, day=date(2014, 11, 26))
    at = made.text.find("Please share")
    return replace(made, furniture=(Span.cut(made.text, at, len(made.text)),)) if at >= 0 else made


def casualties(claims: Sequence[Claim]) -> list[Claim]:
    return sorted((c for c in claims if c.casualty), key=lambda c: (c.span.start, c.claim_id))


def told(claims: Sequence[Claim], quote: str) -> list[tuple[Claim, Casualty]]:
    return [(c, c.casualty) for c in casualties(claims) if c.casualty and c.span.quote == quote]


def test_a_headline_and_its_body_are_two_claims_on_one_event() -> None:
    claims = READER.extract(document())
    ((head, _),) = told(claims, "13")
    ((body, count),) = told(claims, "at least 12")
    assert head.mention == body.mention == 0
    assert (count.low, count.high, count.qualifier) == (12, None, "at_least")
    assert body.attribution
    assert not head.attribution


def test_the_event_is_dated_and_placed_and_its_actor_named() -> None:
    ((claim, _),) = told(READER.extract(document()), "at least 12")
    assert (claim.when.start, claim.when.end) == (date(2014, 11, 25),) * 2
    assert claim.where is not None
    assert (claim.where.name, claim.where.country) == ("Northmoor", "SY")
    assert claim.by is not None
    assert claim.by.text.lower().startswith("government")


def test_a_share_gives_a_floor_that_names_its_two_premises() -> None:
    claims = READER.extract(document())
    shares = told(claims, "More than half of the dead")
    derived = next(d for _, d in shares if d.derived)
    own = next(c for c, d in shares if not d.derived)
    ((total, _),) = told(claims, "at least 12")
    assert derived.derived is not None
    assert derived.derived.rule == "share_of_total"
    assert set(derived.derived.premises) == {own.claim_id, total.claim_id}
    assert (derived.low, derived.high, derived.status) == (7, None, "civilian")


def test_what_is_not_known_is_claimed_and_never_filled_in() -> None:
    claims = READER.extract(document())
    ((_, count),) = told(claims, "It was unclear how many fighters were killed")
    assert (count.low, count.high, count.statement) == (None, None, "unknown_number")
    assert count.status == "combatant"


def test_a_wars_toll_is_on_no_event() -> None:
    ((claim, count),) = told(READER.extract(document()), "more than 195,000")
    assert (count.scope, claim.mention) == ("cumulative", None)


def test_nothing_is_claimed_from_what_is_set_apart() -> None:
    made = document()
    assert "40 wounded" in made.text
    assert all(not made.is_furniture(c.span.start, c.span.end) for c in READER.extract(made))


def test_a_list_without_a_total_adds_up_by_rule() -> None:
    claims = READER.extract(
        document("A mine killed two soldiers and three civilians in Northmoor on Monday.", None)
    )
    (total,) = [d for _, d in ((c, c.casualty) for c in claims) if d and d.derived]
    assert (total.low, total.high, total.status) == (5, 5, "any")
    assert total.derived is not None
    assert (total.derived.rule, len(total.derived.premises)) == ("sum_of_parts", 2)


def test_ids_do_not_depend_on_the_gazetteer() -> None:
    seeing, blind = READER.extract(document()), BLIND.extract(document())
    ids = {(c.claim_id, c.span.start, c.span.end) for c in casualties(seeing)}
    assert ids == {(c.claim_id, c.span.start, c.span.end) for c in casualties(blind)}
    assert any(c.where for c in seeing)
    assert not any(c.where and c.where.place_id for c in blind)


def test_a_language_that_is_not_read_gives_no_claims() -> None:
    assert READER.extract(replace(document(), language="fr")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The strike in the last minute killed off the hopes of the visitors on Tuesday.",
        "Dock workers began a strike on Monday; 40 sailings were cancelled.",
        "",
    ],
)
def test_reports_of_other_things_give_no_casualties(text: str) -> None:
    assert casualties(READER.extract(document(text, None))) == []


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Nine people were killed in Northmoor on Monday.",
            "At least 12 civilians, including three children, died.",
            "Two soldiers and four villagers were wounded, police said.",
            "More than half of the dead were women.",
            "It was unclear how many people were killed.",
            "Dozens of people have been killed in three days of shelling.",
            "The toll rose to 14, from an earlier count of nine.",
            "A separate blast in Northmoor last month killed six people.",
            "The army denied killing civilians.",
            "Unknown fatalities coded as 10 and split between two events.",
            "It rained.",
            "“They fell on the market”, a witness told reporters,",
            "\n\n",
            "Total: 12 (",
            "–",
        ]
    ),
    max_size=10,
).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(SENTENCES, st.one_of(st.none(), st.just("Nine killed in Northmoor")))
def test_any_text_gives_claims_that_quote_and_lie_in_their_sentence(
    text: str, title: str | None
) -> None:
    made = document(text, title)
    claims = READER.extract(made)
    assert [c.claim_id for c in claims] == sorted({c.claim_id for c in claims})
    known = {c.claim_id for c in claims}
    for claim in claims:
        span, sentence = claim.span, claim.sentence
        assert made.text[span.start : span.end] == span.quote
        assert sentence.start <= span.start < span.end <= sentence.end
        count = claim.casualty
        if count is not None and count.derived is not None:
            assert set(count.derived.premises) <= known
            assert claim.claim_id not in count.derived.premises
    assert READER.extract(made) == claims


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_noise_never_stops_the_reader(text: str) -> None:
    READER.extract(document(text, None))
    READER.extract(document(f"{text} 12 people were killed {text}", None))


def test_a_list_marked_with_asterisks_is_read() -> None:
    assert told(READER.extract(document("* 12 people were killed in Northmoor.", None)), "12")


def test_wire_copy_in_capitals_and_wrapped_lines_adds_up() -> None:
    text = (
        "POLICE SOURCES HAVE REPORTED THAT UNIDENTIFIED GUNMEN MURDERED SIX TEACHERS\n"
        "AND TWO WOMEN AT A SCHOOL IN NORTHMOOR LAST NIGHT, AND ADDED THAT NO GROUP HAS\n"
        "CLAIMED RESPONSIBILITY FOR THE ATTACK."
    )
    claims = READER.extract(document(text, title=None))
    sums = [c.casualty.low for c in claims if c.casualty and c.casualty.derived]
    assert sums == [8]
    assert {c.span.quote for c in casualties(claims)} >= {"SIX", "TWO"}


def test_where_a_witness_lives_is_not_where_it_happened():
    text = (
        "Armed men stormed a mosque on Friday, killing 15 people, security sources said.\n\n"
        "One resident of the nearby town of Northmoor said that 13 people died on the spot."
    )
    told = READER.extract(document(text, title=None))
    assert {c.mention for c in told if c.kind == "casualty"} == {0}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Gunmen stormed a mosque in Northmoor on Friday, killing 15 people.", "Attack"),
        (
            "Rebels stormed a village in Northmoor on Friday and clashed with soldiers, "
            "killing 15 soldiers.",
            "Armed clash",
        ),
    ],
)
def test_storming_a_civil_place_is_an_attack_unless_an_armed_side_was_there(words, kind):
    told = READER.extract(document(words, title=None))
    assert {c.event_type for c in told if c.kind == "casualty"} == {kind}


def test_one_soldier_among_the_dead_is_not_the_side_aimed_at():
    text = (
        "A Russian missile hit the administration building in Northmoor on Tuesday. Rescuers "
        "said they had pulled 24 bodies, among them a soldier, from the rubble."
    )
    told = [c for c in READER.extract(document(text, title=None)) if c.kind == "casualty"]
    assert told
    assert {c.against.name if c.against else None for c in told} == {None}


def test_a_title_that_tells_two_events_gives_each_its_count():
    text = (
        "An air strike on a house in Northmoor on Monday killed six people.\n\nRockets hit a "
        "market in Syria on Tuesday, wounding nine women."
    )
    told = READER.extract(document(text, title="Strike kills six; rockets wound nine"))
    body = {c.casualty.low: c.mention for c in casualties(told) if c.span.start > 40}
    head = {c.casualty.low: c.mention for c in casualties(told) if c.span.start < 40}
    assert body[6] != body[9]
    assert head == {6: body[6], 9: body[9]}


def test_the_leader_of_an_armed_group_is_a_fighter():
    text = "A drone strike in Northmoor on Monday killed an Islamic State leader and a pharmacist."
    told = {
        c.span.quote: c.casualty.status for c in casualties(READER.extract(document(text, None)))
    }
    assert told["an Islamic State leader"] == "combatant"
    assert told["a pharmacist"] == "civilian"


def test_whom_an_earlier_attack_killed_is_not_counted_for_the_one_that_came_hours_after():
    text = (
        "Hours after six rebels were killed in a clash in Eastmoor, at least four guards were hurt "
        "in a grenade attack in Northmoor in Syria on Tuesday."
    )
    told = [c for c in READER.extract(document(text, None)) if c.casualty]
    assert {(c.casualty.outcome, c.mention) for c in told} == {("killed", None), ("injured", 0)}
