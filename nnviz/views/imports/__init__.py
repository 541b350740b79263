"""Importing the person's own samples: how a file or a pasted table is read can be checked and changed first."""

from nnviz.views.imports.panel import ImportPanel

__all__ = ["ImportPanel"]
