"""Published examples: the author's figures beside those computed here."""

from nnviz.views.examples.panel import ExamplesPanel

__all__ = ["ExamplesPanel"]
