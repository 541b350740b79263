"""Watches: numbers that a person chose, each drawn over the whole run in a chart of its own."""

from nnviz.views.watches.panel import WatchesPanel

__all__ = ["WatchesPanel"]
