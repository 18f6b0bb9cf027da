"""How names of places are brought to a common form, so that spellings of one name meet.

Two forms. The *plain* form drops case, accents and punctuation only. The *folded* form also drops
what romanisation leaves open: the Arabic article and its assimilated shapes, doubled letters,
hyphens, q or k, ou or u, ee or i, ay or ei, a final h. Names in Arabic script are folded within
their script; other scripts keep their plain form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u02b0-\u036f]")
_INNER = re.compile(r"['’‘`´ʻʼʽʾʿˈ]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset(
    (
        "al",
        "el",
        "ar",
        "er",
        "ad",
        "ed",
        "as",
        "es",
        "az",
        "ez",
        "at",
        "et",
        "an",
        "en",
        "ash",
        "esh",
        "ath",
        "eth",
        "adh",
        "edh",
        "ul",
        "ur",
        "az",
        "ud",
        "us",
        "il",
        "l",
    )
)
_SAINTS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_GENERIC = {
    "tel": "tal", "tell": "tal", "kfar": "kafr", "kufr": "kafr", "kafar": "kafr", "jebel": "jabal",
    "djebel": "jabal", "jabel": "jabal",
}  # fmt: skip
# Assimilated article written together with its noun: Ezzor, Assuwayda, Annabk.
_MERGED = re.compile(r"^[ae](?=(?:zz|dd|rr|ss|tt|nn|shsh)[aeiouyw])")
_STEPS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"sch|tsch", "sh"),
        (r"tch", "ch"),
        (r"ph", "f"),
        (r"[ck]h", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"dj", "j"),
        (r"ck|q|c(?=[aourl])", "k"),
        (r"aw|au|ou|oo|ow|ew(?![aeiou])", "u"),
        (r"ay|ai|ei|ey|ee|ie|ea(?=[^aeiou])", "i"),
        (r"o", "u"),
        (r"iy(?=[aeu])|y(?=[aeu])", "i"),
        (r"[ey]", "i"),
        (r"w(?=[^aeiu])|w$", "u"),
        (r"(?:[ai]h|ia|[aie])$", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_ARABIC_FORMS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": None}
)


@lru_cache(maxsize=65536)
def plain_form(name: str) -> str:
    """Case, accents and punctuation dropped: "Ma'arrat an-Nu'man" -> "maarrat an numan"."""
    if _ARABIC.search(name):
        marks_off = "".join(
            c for c in unicodedata.normalize("NFKC", name) if c.isalpha() or c == " "
        )
        return " ".join(marks_off.translate(_ARABIC_FORMS).split())
    if _OTHER.search(name) and not _LATIN.search(name):
        letters = unicodedata.normalize("NFKC", name).casefold()
        return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
    ascii_name = anyascii(_INNER.sub("", name)).lower().replace("'", "").replace("`", "")
    words = _NOT_WORD.sub(" ", ascii_name).split()
    if len(words) > 1 and all(len(w) == 1 for w in words):
        return "".join(words)  # U.S., U.A.E.
    return " ".join(_SAINTS.get(w, w) for w in words)


def without_article(plain: str) -> str:
    """A plain form without the Arabic article: "ar raqqa" -> "raqqa"."""
    words = plain.split()
    return " ".join(w for w in words if w not in _ARTICLES) if len(words) > 1 else plain


@lru_cache(maxsize=65536)
def folded_form(plain: str) -> str:
    """The folded form of a plain one: "maarrat an numan" -> "maratnuman"."""
    if _ARABIC.search(plain):
        return "".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in plain.split())
    if not plain.isascii():
        return plain.replace(" ", "")
    words = plain.split()
    kept = [w for w in words if w not in _ARTICLES]
    if not kept or sum(map(len, kept)) < 3:
        kept = words
    return "".join(_fold_word(_GENERIC.get(w) or _MERGED.sub("", w)) for w in kept)


def _fold_word(word: str) -> str:
    for pattern, put in _STEPS:
        word = pattern.sub(put, word)
    return word


def is_useful(name: str) -> bool:
    """Whether a name of the gazetteer is one that a text could use.

    GeoNames lists airport codes and machine transliterations ("swldw") among the names.
    """
    first = name.lstrip("'’‘`ʻ(")[:1]
    if not first:
        return False
    if first.isascii() and first.islower():
        return bool(re.match(r"(?:al|el|ar|ad|as|ash|at|an|az|et|ez|la|le|les|los|las)[- ]", name))
    if name.isascii() and name.isupper() and len(name) <= 4 and "." not in name:
        return False
    return not name.isdigit() and len(name) > 1 and not _foreign_script(name)


def _foreign_script(name: str) -> bool:
    """Scripts of south and east Asia are left out, to keep the index small."""
    return any("\u0900" <= c <= "\u1cff" or "\u2e80" <= c <= "\uffef" for c in name)
