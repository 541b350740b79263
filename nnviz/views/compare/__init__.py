"""Several sessions beside each other: their losses on one plot, and what each of them answers."""

from nnviz.views.compare.panel import ComparePanel

__all__ = ["ComparePanel"]
