"""The person's own code compared with the program line by line: its values, and the first line that differs."""

from nnviz.views.codecheck.panel import CodePanel

__all__ = ["CodePanel"]
