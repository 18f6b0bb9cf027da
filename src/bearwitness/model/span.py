"""A span: a piece of a document's text that a claim rests on."""

from __future__ import annotations

from dataclasses import InitVar, dataclass

from bearwitness.errors import MisquoteError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A quotation by position.

    Args:
        start: offset of the first character in the document's `text`.
        end: offset after the last character.
        quote: the characters themselves.
        text: the document's text; checked, not kept.

    Raises:
        MisquoteError: `text[start:end]` is not `quote`, or the span is empty.
    """

    start: int
    end: int
    quote: str
    text: InitVar[str]

    def __post_init__(self, text: str) -> None:
        """Refuse to exist where the text does not say the quote."""
        if not 0 <= self.start < self.end <= len(text) or text[self.start : self.end] != self.quote:
            got = text[max(0, self.start) : max(0, self.end)][:80]
            raise MisquoteError(
                f"span {self.start}:{self.end} should quote {self.quote[:80]!r} but the text "
                f"(length {len(text)}) has {got!r}; build spans with Span.cut"
            )

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end], text)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of this span lies in start:end."""
        return self.start < end and start < self.end
