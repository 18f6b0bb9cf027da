"""What became of each sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lineage.conftest import TAKE_ONE, TAKE_TWO, MakeDocument

from bearwitness.lineage.align import align, quotation_altered
from bearwitness.lineage.reading import Reading, read
from bearwitness.lineage.shingles import WordCodes
from bearwitness.model.document import Document

SENTENCES = st.sampled_from(
    [
        "Shells fell on the east bank of the river at dawn.",
        "Shells fell on the west bank of the river at noon.",
        "The governor was due to meet the monitors.",
        "The governor met the monitors on Tuesday.",
        "Nobody was hurt.",
        "“We saw smoke over the bridge,” a ferryman said.",
        "The bridge is closed.",
    ]
)


def reading(text: str, name: str = "doc-a") -> Reading:
    return read(Document(name, name, text, "0" * 64), WordCodes())


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=8), st.lists(SENTENCES, max_size=8))
def test_alignment_covers_every_sentence_of_both_exactly_once(
    old: list[str], new: list[str]
) -> None:
    earlier, later = reading("\n\n".join(old)), reading("\n\n".join(new))
    changes = align(earlier, later)
    olds = [c.earlier.start for c in changes if c.earlier]
    news = [c.later.start for c in changes if c.later]
    assert sorted(olds) == [start for start, _ in earlier.sentences]
    assert news == [start for start, _ in later.sentences]
    for c in changes:
        assert (c.earlier is None) == (c.change == "added")
        assert (c.later is None) == (c.change == "dropped")
        assert bool(c.what) == (c.change == "edited")


def test_changed_words_are_given_old_and_new(make: MakeDocument) -> None:
    changes = align(reading(TAKE_ONE), reading(TAKE_TWO, "doc-b"))
    edited = {c.earlier.quote.split()[0]: c for c in changes if c.change == "edited" and c.earlier}
    assert edited["The"].what
    assert ("the", "nearby") in [w for c in changes for w in c.what]
    assert ("was due to meet", "met") in [w for c in changes for w in c.what]


def test_altered_quotation_is_flagged() -> None:
    changes = align(reading(TAKE_ONE), reading(TAKE_TWO, "doc-b"))
    (altered,) = [c for c in changes if c.quotation_altered]
    assert altered.what == (("", "collapsed"),)


def test_shape_of_quotation_marks_is_no_change() -> None:
    straight = '"It was a massacre," the opposition said, and "nothing less."'
    curly = "“It was a massacre,” the opposition said, and “nothing less.”"
    (change,) = align(reading(straight), reading(curly, "doc-b"))
    assert change.change == "same"
    assert not change.quotation_altered


def test_apostrophes_are_no_quotation_marks() -> None:
    assert not quotation_altered("Asad’s and the army's men", "Asad’s and the rebel army's men")


def test_added_quotation_is_no_alteration() -> None:
    assert not quotation_altered("A member of “Front One.”", "A member of “Front Two.”")
    assert not quotation_altered("He left.", "“I have seen enough of this,” he said and left.")
