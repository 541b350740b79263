"""The strip at the bottom of the window: the update's lines as segments, how far they have run, and the whole run."""

from nnviz.views.timeline.bar import TimelineBar
from nnviz.views.timeline.strip import TimelineStrip

__all__ = ["TimelineBar", "TimelineStrip"]
