"""The same words given otherwise by unrelated reports, or twice in one text."""

from __future__ import annotations

from tests.factories import by_id, make_document, make_lineages

from bearwitness.model.claim import Claim, Speaker, Statement
from bearwitness.model.document import Document
from bearwitness.model.register import Contradiction
from bearwitness.model.span import Span
from bearwitness.register import reconcile

SAID = "The governor said: “We will never leave the old city to them.”"


def quoted(document: Document, sentence: str, speaker: str = "governor") -> Claim:
    text = document.text
    at = text.index(sentence)
    start, end = at + sentence.index("“") + 1, at + sentence.index("”")
    span = Span.cut(text, start, end)
    return Claim(
        f"clm-{document.document_id}-{start}", document.document_id, "statement", span,
        Span.cut(text, at, at + len(sentence)), "test",
        (Speaker(speaker, None, "said", at, at + 3),),
        detail=Statement(speaker, mode="direct", words=((start, end),)),
    )  # fmt: skip


def found(*told: tuple[str, str], together: bool = False) -> list[Contradiction]:
    documents = [make_document(f"d{i}", text=text) for i, (text, _) in enumerate(told)]
    claims = [quoted(d, text, who) for d, (text, who) in zip(documents, told, strict=True)]
    lineages = make_lineages(documents) if together else make_lineages(*((d,) for d in documents))
    return list(reconcile([], claims, lineages, by_id(*documents)).contradictions)


def test_words_changed_between_two_sources_contradict() -> None:
    [one] = found((SAID, "governor"), (SAID.replace("never", "soon"), "the governor"))

    assert (one.kind, one.between, one.settled_by) == ("quotation", "sources", None)


def test_the_same_words_and_a_shorter_cut_of_them_agree() -> None:
    assert found((SAID, "governor"), (SAID, "governor")) == []
    assert found((SAID, "governor"), (SAID.replace(" to them", ""), "governor")) == []


def test_two_speakers_and_other_words_are_no_contradiction() -> None:
    assert found((SAID, "governor"), (SAID.replace("never", "soon"), "mayor")) == []
    other = "The governor said: “Bread will be given out at the school tomorrow.”"
    assert found((SAID, "governor"), (other, "governor")) == []


def test_versions_of_one_dispatch_are_left_to_the_comparison_of_versions() -> None:
    told = (SAID, "governor"), (SAID.replace("never", "soon"), "governor")
    assert found(*told, together=True) == []


def test_one_text_that_quotes_in_two_ways_contradicts_itself() -> None:
    again = SAID.replace("never", "soon").replace("said", "repeated")
    document = make_document(text=f"{SAID} {again}")
    claims = [quoted(document, SAID), quoted(document, again)]
    register = reconcile([], claims, make_lineages((document,)), by_id(document))

    assert [(c.kind, c.between) for c in register.contradictions] == [("quotation", "text")]
