"""The breakpoints panel: what stops a run, and adding conditions."""

from nnviz.views.breakpoints.panel import BreakpointsPanel

__all__ = ["BreakpointsPanel"]
