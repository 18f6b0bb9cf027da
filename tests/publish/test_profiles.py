"""What is withheld leaves by no door: planted, and searched for in every byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bearwitness.errors import UsageError
from bearwitness.model.claim import Claim, Speaker, Where
from bearwitness.model.document import Document
from bearwitness.model.register import Contradiction, Register, Side
from bearwitness.model.span import Span
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import FORMATS, export_to
from bearwitness.publish.profiles import PROFILES, for_readers
from bearwitness.publish.site import publish_site

NAME = "Quillon Varnstad"
STREET = "Tannery Lane"
SENTENCE = f"{NAME}, a baker, said that six of his cousins lay under the mill wall."
TEXT = f"Shells hit the yard.\n{SENTENCE}\nNear {STREET} the mill burned. Varnstad fled."
COPY = f"From our wires.\n{SENTENCE.upper()}\nNothing else is known of the mill."


@pytest.fixture
def planted(edition: Edition) -> Edition:
    """The edition with a name, a sentence and an exact place in a document and in its copy."""
    original = Document("doc-p", "planted", TEXT, "d" * 64, "en", title=f"{NAME} tells of the mill")
    copy = Document("doc-q", "copy", COPY, "e" * 64, "en", publisher="Example Herald")
    start = TEXT.index("six of")
    sentence = Span.cut(TEXT, TEXT.index(SENTENCE), TEXT.index(SENTENCE) + len(SENTENCE))
    speaker = Speaker(NAME, None, "said", sentence.start, sentence.start + len(NAME))
    place = Where(STREET, 991, 50.51234, 10.24321, "SY", "North", 1, STREET)
    told = next(iter(edition.claims()))
    claim = replace(
        told, claim_id="clm-p", document_id="doc-p", where=place, attribution=(speaker,),
        span=Span.cut(TEXT, start, start + len("six of his cousins")), sentence=sentence,
    )  # fmt: skip
    documents, claims = [*edition.documents(), original, copy], [*edition.claims(), claim]
    entry = replace(
        edition.register.entries[0], incident_id="inc-p", title=f"Shelling in {STREET}",
        place=place, documents=("doc-p", "doc-q"), claims=("clm-p",), roots=(NAME,),
        notes=(f"note by A. Recorder: {NAME} is at risk",), contradictions=("con-p",),
    )  # fmt: skip
    side = Side("doc-p", sentence.start, sentence.end, SENTENCE, "clm-p")
    register = Register(
        (*edition.register.entries, entry),
        (*edition.register.contradictions,
         Contradiction("con-p", "count", "text", (side, side), "inc-p")),
        edition.register.tolls,
    )  # fmt: skip
    return replace(
        edition, documents=lambda: documents, claims=lambda: claims, register=register,
        incident_of={**edition.incident_of, "clm-p": "inc-p"},
    )  # fmt: skip


def every_byte(edition: Edition, folder: Path) -> str:
    """All that all formats and the site write, in lower case."""
    (folder / "site").mkdir()
    publish_site(edition, folder / "site")
    for name in FORMATS:
        place = folder / name
        place.mkdir()
        export_to(name, edition, place)
    raw = b"\n".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())
    return raw.decode("utf-8", "replace").lower()


def test_the_plants_would_be_found(planted: Edition, tmp_path: Path) -> None:
    text = every_byte(for_readers(planted, "internal"), tmp_path)
    for words in (NAME, STREET, SENTENCE, "50.51234"):
        assert words.lower() in text


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("target", ["clm-p", "doc-p", "inc-p"])
def test_a_withheld_name_and_text_are_nowhere(
    planted: Edition, tmp_path: Path, profile: str, target: str
) -> None:
    held = replace(planted, withheld=frozenset({target}))
    text = every_byte(for_readers(held, profile), tmp_path)
    for words in (NAME, "varnstad", "cousins lay", "six of his cousins", "a baker"):
        assert words.lower() not in text
    assert "six people" in text


@pytest.mark.parametrize("profile", PROFILES)
def test_a_withheld_incident_leaves_no_place_behind(
    planted: Edition, tmp_path: Path, profile: str
) -> None:
    held = replace(planted, withheld=frozenset({"inc-p"}))
    text = every_byte(for_readers(held, profile), tmp_path)
    for words in ("inc-p", "clm-p", "50.51234", "10.24321"):
        assert words not in text


@pytest.mark.parametrize("profile", PROFILES)
def test_a_blurred_place_is_nowhere(planted: Edition, tmp_path: Path, profile: str) -> None:
    held = replace(planted, blurred=frozenset({"inc-p"}))
    text = every_byte(for_readers(held, profile), tmp_path)
    for words in ("tannery", "50.51234", "10.24321", "50.5123", '"place_id":991'):
        assert words not in text
    assert "inc-p" in text
    assert "50.75" in text
    assert "northmoor" in text


def test_every_place_can_be_blurred(planted: Edition, tmp_path: Path) -> None:
    text = every_byte(for_readers(planted, "public", blur=True), tmp_path)
    for words in ("tannery", "northmoor", "50.51234"):
        assert words not in text


@pytest.mark.parametrize("profile", ["public", "partners"])
def test_private_persons_are_not_named(planted: Edition, tmp_path: Path, profile: str) -> None:
    text = every_byte(for_readers(planted, profile), tmp_path)
    assert "quillon" not in text
    assert "varnstad" not in text
    assert "recorder" not in text or profile == "partners"


def test_a_released_name_may_be_published(planted: Edition, tmp_path: Path) -> None:
    free = replace(planted, released=frozenset({"doc-p", "doc-q"}))
    assert "quillon" in every_byte(for_readers(free, "public"), tmp_path)


def test_the_public_gets_no_texts(planted: Edition, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert "the mill burned" in every_byte(for_readers(planted, "partners"), tmp_path / "a")
    (tmp_path / "b").mkdir()
    assert "the mill burned" not in every_byte(for_readers(planted, "public"), tmp_path / "b")


def test_offsets_stay_true_in_masked_texts(planted: Edition) -> None:
    seen = for_readers(planted, "partners")
    texts = {d.document_id: d.text for d in seen.documents()}
    claims: list[Claim] = list(seen.claims())
    for claim in claims:
        quote = texts[claim.document_id][claim.span.start : claim.span.end]
        assert quote == claim.span.quote


def test_who_may_see_everything_gets_it_unchanged(planted: Edition) -> None:
    assert list(for_readers(planted, "internal").documents()) == list(planted.documents())


def test_an_unknown_profile_names_the_known_ones(planted: Edition) -> None:
    with pytest.raises(UsageError, match="public, partners, internal"):
        for_readers(planted, "friends")
