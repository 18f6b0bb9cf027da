"""One incident: its figures, who says them, in which words, and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from bearwitness.cli.console import plural
from bearwitness.cli.recorded import print_recorded
from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Dispatch, Relation
from bearwitness.model.register import Contradiction, Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.store import View

_WORDS_THAT_COUNT = "bold black on yellow"


def print_incident(console: Console, entry: Entry, edition: Edition, view: View) -> None:
    """Print all that an incident rests on."""
    claims = {c.claim_id: c for c in edition.claims() if c.claim_id in set(entry.claims)}
    documents = {d.document_id: d for d in view.load(entry.documents)}
    _print_head(console, entry)
    _print_figures(console, entry)
    _print_sources(console, entry, edition, documents)
    _print_sentences(console, entry, claims, documents, edition)
    _print_development(console, entry)
    print_recorded(console, edition, documents)
    _print_contradictions(console, entry, edition.register.contradictions, documents)
    _print_reviews(console, entry, view)


def _print_head(console: Console, entry: Entry) -> None:
    from bearwitness.cli.show import days, place

    console.print(entry.title, style="bold", markup=False)
    rows = [
        ("incident", entry.incident_id),
        ("when", f"{days(entry)}  (GED precision {entry.date_precision})"),
        ("where", place(entry) + _where_precision(entry)),
        ("what", " / ".join(w for w in (entry.event_type, entry.sub_event_type) if w) or "?"),
        ("type of violence", str(entry.type_of_violence or "?")),
        ("side a", entry.side_a.name if entry.side_a else "?"),
        ("side b", entry.side_b.name if entry.side_b else "?"),
        ("grade", f"{entry.grade}, {plural(entry.independent_sources, 'independent source')}"),
        ("merged into", entry.superseded_by or ""),
        *(("note", note) for note in entry.notes),
    ]
    grid = Table.grid(padding=(0, 2))
    for name, value in rows:
        if value:
            grid.add_row(Text(name, style="dim"), Text(value))
    console.print(grid)


def _where_precision(entry: Entry) -> str:
    where = entry.place
    if where is None:
        return ""
    point = "" if where.lat is None else f"  {where.lat:.3f} N {where.lon:.3f} E"
    return f"{point}  (GED precision {where.precision})"


def _print_figures(console: Console, entry: Entry) -> None:
    table = Table(title="Figures", title_justify="left")
    for name in ("", "low", "best", "high", "rule", "claims used", "set aside"):
        table.add_column(name, overflow="fold")
    for outcome, figures in (("killed", entry.killed), ("injured", entry.injured)):
        for key, figure in figures.items():
            if figure is not None:
                table.add_row(f"{outcome}, {key}", *_cells(figure))
    if table.row_count:
        console.print(table)
    else:
        console.print("No figure is said.")


def _cells(figure: Figure) -> tuple[str, ...]:
    unknown = figure.low is None and figure.best is None and figure.high is None
    open_end = "?" if unknown else "open"
    return (
        "?" if figure.low is None else str(figure.low),
        "?" if figure.best is None else str(figure.best),
        open_end if figure.high is None else str(figure.high),
        figure.rule,
        str(len(figure.used)),
        str(len(figure.set_aside)) if figure.set_aside else "",
    )


def _print_sources(
    console: Console, entry: Entry, edition: Edition, documents: Mapping[str, Document]
) -> None:
    dispatches = [d for d in edition.lineages.dispatches if d.dispatch_id in entry.dispatches]
    reports, texts = plural(len(documents), "report"), plural(len(dispatches), "dispatch")
    tree = Tree(Text(f"Sources: {reports}, {texts}", style="bold"))
    if entry.roots:
        tree.add(Text("on the word of " + ", ".join(entry.roots)))
    for dispatch in dispatches:
        branch = tree.add(Text(f"{dispatch.dispatch_id}  {dispatch.agency or ''}".rstrip()))
        for name in dispatch.documents:
            if name in documents:
                branch.add(_document_line(documents[name], edition))
        for relation in dispatch.relations:
            branch.add(_relation_line(relation, dispatch))
    console.print(tree)


def _document_line(document: Document, edition: Edition) -> Text:
    anchor = edition.lineages.anchors.get(document.document_id, document.anchor)
    day = anchor.date.isoformat() if anchor.date else "undated"
    if anchor.basis == "lineage":
        day += f" (lent by {anchor.from_document})"
    agency = document.agency
    inferred = edition.lineages.agencies.get(document.document_id)
    credit = agency or (f"{inferred}, inferred" if inferred else "")
    name = document.publisher or document.source_id
    parts = [document.document_id, name, day, credit, document.title or ""]
    return Text("  ".join(p for p in parts if p))


def _relation_line(relation: Relation, dispatch: Dispatch) -> Text:
    number = {name: str(i) for i, name in enumerate(dispatch.documents, 1)}
    changed = sum(s.change != "same" for s in relation.sentences)
    altered = sum(s.quotation_altered for s in relation.sentences)
    article = "an" if relation.relation in ("edit", "update") else "a"
    words = f"take {number[relation.later]} is {article} {relation.relation}"
    words += f" of take {number[relation.earlier]} ({relation.order_reason})"
    words += f": {plural(changed, 'sentence')} changed" if changed else ""
    words += f", {plural(altered, 'quotation')} altered" if altered else ""
    return Text(words, style="dim")


def _print_sentences(
    console: Console,
    entry: Entry,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    edition: Edition,
) -> None:
    used: dict[str, list[str]] = {}
    aside: dict[str, str] = {}
    for outcome, figures in (("killed", entry.killed), ("injured", entry.injured)):
        for key, figure in figures.items():
            for name in figure.used if figure else ():
                used.setdefault(name, []).append(f"{outcome}, {key}")
            for apart in figure.set_aside if figure else ():
                aside.setdefault(apart.claim_id, apart.why)
    console.print("\nThe words the figures rest on", style="bold")
    notes = {name: "; ".join(keys) for name, keys in used.items()}
    _print_claims(console, _in_order(notes, claims), claims, notes, documents, edition)
    left_out = [name for name in _in_order(aside, claims) if name not in used]
    if left_out:
        console.print("Set aside", style="bold")
    _print_claims(console, left_out, claims, aside, documents, edition)


def _print_claims(
    console: Console,
    names: Iterable[str],
    claims: Mapping[str, Claim],
    notes: Mapping[str, str],
    documents: Mapping[str, Document],
    edition: Edition,
) -> None:
    """Each sentence once, however many documents print it."""
    alike: dict[tuple[str, int, str], list[Claim]] = {}
    for name in names:
        claim = claims[name]
        at = claim.span.start - claim.sentence.start
        alike.setdefault((claim.sentence.quote, at, notes[name]), []).append(claim)
    for (_, _, note), same in alike.items():
        _print_sentence(console, same[0], edition)
        for claim in same:
            line = f"    {_word_of(claim, documents)}  · {note}  · {claim.claim_id}"
            line += _basis_of(claim)
            console.print(Text(line, style="dim"), soft_wrap=not console.is_terminal)


def _basis_of(claim: Claim) -> str:
    """What a derived count rests on, in words."""
    count = claim.casualty
    if count is None or count.derived is None:
        return ""
    if count.restates:
        return f"  · restates {count.restates}"
    return f"  · derived by {count.derived.rule}"


def _in_order(names: Iterable[str], claims: Mapping[str, Claim]) -> list[str]:
    held = [n for n in names if n in claims]
    return sorted(held, key=lambda n: (claims[n].document_id, claims[n].span.start, n))


def _print_sentence(console: Console, claim: Claim, edition: Edition) -> None:
    if edition.withholds(claim):
        console.print(Text("  (withheld)", style="dim"))
        return
    quote, start = claim.sentence.quote, max(0, claim.span.start - claim.sentence.start)
    end = start + len(claim.span.quote)
    # Colours are lost in a pipe: brackets stand in for them.
    words = quote[start:end] if console.is_terminal else f"[[{quote[start:end]}]]"
    line = Text("  “").append(" ".join(quote[:start].split()) + " " * quote[:start][-1:].isspace())
    line.append(words, _WORDS_THAT_COUNT).append(quote[end:].replace("\n", " ")).append("”")
    console.print(line, soft_wrap=not console.is_terminal)


def _word_of(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The chain of those on whose word it is said, the outlet first."""
    document = documents.get(claim.document_id)
    outlet = (document.publisher or document.source_id) if document else claim.document_id
    return " ← ".join([outlet, *(s.name for s in reversed(claim.attribution))])


def _print_development(console: Console, entry: Entry) -> None:
    if len(entry.development) < 2:
        return
    table = Table(title="How the toll developed", title_justify="left")
    for name in ("said on", "source", "low", "high", ""):
        table.add_column(name)
    for step in entry.development:
        table.add_row(
            step.day.isoformat() if step.day else "?",
            step.source,
            "?" if step.low is None else str(step.low),
            "open" if step.high is None else str(step.high),
            "superseded" if step.superseded_by else "",
        )
    console.print(table)


def _print_contradictions(
    console: Console,
    entry: Entry,
    all_found: Iterable[Contradiction],
    documents: Mapping[str, Document],
) -> None:
    found = [
        c
        for c in all_found
        if c.contradiction_id in entry.contradictions or c.incident_id == entry.incident_id
    ]
    if found:
        console.print("\nContradictions", style="bold")
    for one in found:
        settled = ", settled by a later claim" if one.settled_by else ""
        console.print(f"  on the {one.kind}, between {one.between}{settled}")
        for side in one.sides:
            document = documents.get(side.document_id)
            outlet = (document.publisher or document.source_id) if document else side.document_id
            console.print(Text(f"    “{' '.join(side.quote.split())}”  {outlet}"))


def _print_reviews(console: Console, entry: Entry, view: View) -> None:
    targets = {entry.incident_id, *entry.claims, *entry.documents}
    found = [r for r in view.reviews() if r.target in targets]
    if found:
        console.print("\nReviews", style="bold")
    for review in found:
        what = f" {review.field} = {review.value}" if review.field else ""
        when = review.made_at.date().isoformat() if review.made_at else ""
        line = f"  {review.review_id} {when} {review.by}: {review.act} {review.target}{what}"
        console.print(Text(f"{line} ({review.why})"))
