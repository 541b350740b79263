"""The branches of a session, what was edited on the current one, and the memory that going back may take."""

from nnviz.views.history.panel import HistoryPanel

__all__ = ["HistoryPanel"]
