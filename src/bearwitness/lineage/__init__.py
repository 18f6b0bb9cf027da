"""Stage 2: which documents copy, edit, update or quote which."""

from bearwitness.lineage.trace import Tracer, trace

__all__ = ["Tracer", "trace"]
