"""A person's own samples: what a file or a pasted table is, to be confirmed or changed before it is opened."""

from nnviz.views.imports.panel import ImportPanel

__all__ = ["ImportPanel"]
