"""The strip at the window's foot: the update's lines as segments, how far they have run, and where the run stands."""

from nnviz.views.timeline.bar import TimelineBar

__all__ = ["TimelineBar"]
