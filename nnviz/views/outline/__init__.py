"""Everything that the window paints, as a tree of words: for screen readers, and for whoever would rather read."""

from nnviz.views.outline.panel import OutlinePanel

__all__ = ["OutlinePanel"]
