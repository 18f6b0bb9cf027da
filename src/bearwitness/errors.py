"""What can go wrong, in one tree.

```
BearwitnessError
├── UsageError              a wrong command line or setting (exit status 2)
├── InputError              an input that cannot be read; names file and line
│   └── UnsupportedInputError   a kind of file that no reader takes
├── MisquoteError           a span that does not quote its text
├── StoreError              the store cannot be read or written
│   └── StoreVersionError   the store was written by a newer version
├── DataError               shipped or generated data (gazetteer, model) is absent or damaged
└── GateError               an accuracy figure fell below its floor
```
"""

from __future__ import annotations


class BearwitnessError(Exception):
    """Base of every error that bearwitness raises on purpose."""


class UsageError(BearwitnessError):
    """The command line or a setting is wrong."""


class InputError(BearwitnessError):
    """An input cannot be read.

    Attributes:
        source: the file (or record) as the user named it.
        line: 1-based line in the file, or None where the file as a whole fails.
        reason: what is wrong and what would be right.
    """

    def __init__(self, source: str, reason: str, line: int | None = None) -> None:
        """Keep the place and the reason apart, so that they can be counted and shown."""
        self.source, self.line, self.reason = source, line, reason
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {reason}")


class UnsupportedInputError(InputError):
    """No reader takes this kind of file."""


class MisquoteError(BearwitnessError, ValueError):
    """A span was built whose offsets do not give its quote."""


class StoreError(BearwitnessError):
    """The store cannot be read or written."""


class StoreVersionError(StoreError):
    """The store was written by a newer version of bearwitness."""


class DataError(BearwitnessError):
    """Data that bearwitness ships or builds is absent or damaged."""


class GateError(BearwitnessError):
    """An accuracy figure fell below its pinned floor."""
