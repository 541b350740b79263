"""The strip at the window's foot: the update's lines as segments, how far they have run, and where the run stands."""

from nnviz.views.timeline.bar import TimelineBar
from nnviz.views.timeline.strip import TimelineStrip

__all__ = ["TimelineBar", "TimelineStrip"]
