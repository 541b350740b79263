"""The panel of compared sessions: their losses on one plot, and the predictions of each."""

from nnviz.views.compare.panel import ComparePanel

__all__ = ["ComparePanel"]
