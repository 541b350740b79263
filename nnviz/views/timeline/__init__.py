"""The band at the bottom of the window: the run as its loss, and under its handle the lines of one update."""

from nnviz.views.timeline.strip import TimelineStrip

__all__ = ["TimelineStrip"]
