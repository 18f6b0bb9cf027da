"""Scoring of claims against coded figures, shared by the sets that are coded claim by claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bearwitness.evaluate.exports import COUNTED_KINDS, brief
from bearwitness.evaluate.matching import (
    Coded,
    is_bounded,
    is_negative,
    names_speaker,
    pair_up,
)
from bearwitness.evaluate.scores import Row, Tally

Test = Callable[[Coded, Row], bool]


@dataclass(frozen=True, slots=True)
class Page:
    """One document's coded figures and our claims.

    Attributes:
        key: the gold record's id.
        text: the gold text.
        document_text: the text our offsets refer to.
        coded: its figures.
        claims: our counted claims that are not derived.
    """

    key: str
    text: str
    document_text: str
    coded: Sequence[Coded]
    claims: Sequence[Row]

    @property
    def shift(self) -> int | None:
        """What to take from our offsets to reach the gold text's; None where it was changed."""
        at = self.document_text.find(self.text)
        return None if at < 0 else at

    def overlaps(self, figure: Coded, claim: Row) -> bool:
        """Whether claim and coded figure share a character (or the coded sentence holds it)."""
        if figure.at is not None:
            shift = self.shift
            if shift is None:
                return True
            start, end = claim["start"] - shift, claim["end"] - shift
            return bool(start < figure.at[1] and figure.at[0] < end)
        if figure.sentence is not None:
            at = self.document_text.find(figure.sentence)
            return at < 0 or at <= claim["start"] < at + len(figure.sentence)
        return True


def counted(claims: Sequence[Row]) -> list[Row]:
    """The claims that count people and that a sentence says."""
    return [c for c in claims if c["kind"] in COUNTED_KINDS and not c.get("derived")]


def ordered_tests(page: Page, outcome: Test, strict: Test, loose: Test) -> list[Test]:
    """From "same bounds, same words" down to "same number somewhere in the document"."""

    def both(bounds: Test, placed: bool, alike: bool) -> Test:
        def test(figure: Coded, claim: Row) -> bool:
            if not (figure.bounded and is_bounded(claim)):
                return False
            if not (outcome(figure, claim) and bounds(figure, claim)):
                return False
            if placed and not page.overlaps(figure, claim):
                return False
            return not alike or (
                figure.status == claim.get("status") and figure.scope == claim.get("scope")
            )

        return test

    grades = [(True, True), (True, False), (False, True), (False, False)]
    tests = [both(strict, placed, alike) for placed, alike in grades]
    if loose is not strict:
        tests += [both(loose, placed, alike) for placed, alike in grades]
    return tests


def match_page(page: Page, tests: Sequence[Test]) -> tuple[dict[int, int], dict[int, int]]:
    """Pairs of coded figures and claims: those with numbers, and those without."""
    met = pair_up(page.coded, page.claims, tests)
    taken = set(met.values())
    rest = [c for j, c in enumerate(page.claims) if j not in taken]
    index = [j for j in range(len(page.claims)) if j not in taken]

    def negative(figure: Coded, claim: Row) -> bool:
        return figure.negative and is_negative(claim) and page.overlaps(figure, claim)

    def vague(figure: Coded, claim: Row) -> bool:
        fits = not figure.bounded and not figure.negative and not is_bounded(claim)
        return fits and page.overlaps(figure, claim)

    def negative_anywhere(figure: Coded, claim: Row) -> bool:
        return figure.negative and is_negative(claim)

    free = pair_up(page.coded, rest, [negative, vague, negative_anywhere])
    return met, {i: index[j] for i, j in free.items() if i not in met}


def score_found(tally: Tally, page: Page, met: dict[int, int], free: dict[int, int]) -> None:
    """Count figures found, precision, and denials kept; keep what was missed and made up."""
    around = [brief(c) for c in page.claims]
    for i, figure in enumerate(page.coded):
        if figure.negative:
            tally.count("unknown or denial kept", page.key, i in free)
            if i not in free:
                _miss(tally, page, figure, "unknown or denial kept", around)
        elif figure.bounded and figure.counts:
            tally.count("figures found", page.key, i in met)
            if i not in met:
                _miss(tally, page, figure, "figures found", around)
    used = set(met.values()) | set(free.values())
    for j, claim in enumerate(page.claims):
        if not is_bounded(claim):
            if claim.get("low") is not None or claim.get("high") is not None:
                tally.count("precision, vague words counted", page.key, j in used)
            continue
        tally.count("precision", page.key, j in used)
        tally.count("precision, vague words counted", page.key, j in used)
        if j not in used:
            tally.fault(
                "precision",
                page.key,
                gold=[
                    f"{f.outcome} {f.low}–{f.high} {f.status} {f.scope} “{quote_of(page, f)}”"
                    for f in page.coded
                    if page.overlaps(f, claim)
                ],
                ours=brief(claim),
                text=window(page.document_text, claim["start"], claim["end"]),
                quote=str(claim.get("quote")),
                around=around,
                guess=_why_extra(page, claim),
            )


def score_fields(tally: Tally, page: Page, met: dict[int, int]) -> None:
    """Count speaker, own voice and scope of the figures found."""
    for i, j in sorted(met.items()):
        figure, claim = page.coded[i], page.claims[j]
        if not figure.counts:
            continue
        speakers = claim.get("attribution") or []
        if figure.speaker is None:
            score_field(tally, page, figure, claim, "own voice kept", not speakers)
        else:
            right = names_speaker(figure.speaker, claim)
            score_field(tally, page, figure, claim, "speaker right", right)
            tally.count(
                "speaker right, by name or words",
                page.key,
                names_speaker(figure.speaker, claim, text=page.document_text),
            )
        if figure.scope is not None:
            right = claim.get("scope") == figure.scope
            score_field(tally, page, figure, claim, "scope right", right)


def score_field(
    tally: Tally, page: Page, figure: Coded, claim: Row, name: str, right: bool
) -> None:
    """Count one field of a figure found, and keep the error."""
    tally.count(name, page.key, right)
    if right:
        return
    wanted: object
    ours: object
    if name.startswith(("speaker", "own")):
        wanted, ours = figure.speaker, [s["name"] for s in claim.get("attribution") or ()]
    elif name.startswith("scope"):
        wanted, ours = figure.scope, claim.get("scope")
    elif name.startswith("status"):
        wanted, ours = figure.status, claim.get("status")
    elif name.startswith(("subset", "superseded", "hedge", "qualifier")):
        field = name.split()[0]
        wanted, ours = figure.row[field], claim.get(field)
    else:
        wanted, ours = (figure.low, figure.high), (claim.get("low"), claim.get("high"))
    tally.fault(
        name,
        page.key,
        gold=wanted,
        ours=ours,
        text=window(page.document_text, claim["start"], claim["end"]),
        quote=str(claim.get("quote")),
        around=[brief(claim)],
        guess=f"{name.split(',')[0]}: {ours} for {wanted}"
        if name.startswith(("scope", "status", "subset", "superseded", "hedge", "qualifier"))
        else name,
    )


def quote_of(page: Page, figure: Coded) -> str:
    """The words of a coded figure."""
    if figure.at is not None:
        return page.text[figure.at[0] : figure.at[1]]
    return str(figure.row.get("who") or figure.row.get("quote") or "")


def window(text: str, start: int, end: int, width: int = 160) -> str:
    """The text around start:end, with the span marked."""
    before = text[max(0, start - width) : start]
    return f"{before}⟦{text[start:end]}⟧{text[end : end + width]}".replace("\n", " ¶ ")


def _miss(tally: Tally, page: Page, figure: Coded, name: str, around: Sequence[str]) -> None:
    near = [c for c in page.claims if page.overlaps(figure, c)]
    if figure.at is not None:
        text = window(page.text, *figure.at)
    else:
        text = figure.sentence or page.text[:300]
    tally.fault(
        name,
        page.key,
        gold=f"{figure.outcome} {figure.low}–{figure.high} {figure.qualifier} {figure.status} "
        f"{figure.scope}",
        ours=[brief(c) for c in near],
        text=text,
        quote=quote_of(page, figure),
        around=around,
        guess=_why_missed(figure, near),
    )


def _why_missed(figure: Coded, near: Sequence[Row]) -> str:
    if figure.negative:
        return "unknown or denial not read"
    for claim in near:
        same = figure.low == claim.get("low") and figure.high == claim.get("high")
        if same and claim.get("outcome") != figure.outcome:
            return f"read as {claim.get('outcome')}, not {figure.outcome}"
    for claim in near:
        if claim.get("outcome") == figure.outcome and figure.low == claim.get("low"):
            return "upper bound wrong"
    if near and figure.at is not None:
        return "words read, number wrong"
    return "number not read"


def _why_extra(page: Page, claim: Row) -> str:
    near = [f for f in page.coded if page.overlaps(f, claim)]
    for figure in near:
        if figure.low == claim.get("low"):
            if figure.outcome != claim.get("outcome"):
                return f"read as {claim.get('outcome')}, not {figure.outcome}"
            if figure.high != claim.get("high"):
                return "upper bound wrong"
            return "said once, read twice"
    if near and near[0].at is not None:
        return "words coded with another number"
    return "no figure coded here"
