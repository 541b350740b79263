"""A person's own code beside the program's lines: what it gave, what is right, and the first line that differs."""

from nnviz.views.codecheck.panel import CodePanel

__all__ = ["CodePanel"]
