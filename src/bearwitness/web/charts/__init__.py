"""Charts as SVG, made on the server: no script, and nothing but numbers and escaped words."""

from bearwitness.web.charts.bars import Span, interval_bar, spans, timeline
from bearwitness.web.charts.holding import Holding, holding_chart
from bearwitness.web.charts.steps import Line, Point, step_chart, window_chart

__all__ = [
    "Holding",
    "Line",
    "Point",
    "Span",
    "holding_chart",
    "interval_bar",
    "spans",
    "step_chart",
    "timeline",
    "window_chart",
]
