"""The source pane: the update as a program, its lit line, and the value of every line."""

from nnviz.views.program.panel import ProgramPanel

__all__ = ["ProgramPanel"]
