"""The desk: a web application in which monitors read, check, decide and publish.

`create_app` builds it over a register's folder. Pages read an index (`web.index`) that can always
be rebuilt from the store; what persons decide goes to the store as reviews and judgements, and
what is neither (accounts, sessions, readers' messages) into a database of the desk's own.
"""

from bearwitness.web.app import create_app
from bearwitness.web.settings import Settings

__all__ = ["Settings", "create_app"]
