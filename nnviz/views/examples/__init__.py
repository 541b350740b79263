"""Published examples: the author's figures beside ours."""

from nnviz.views.examples.panel import ExamplesPanel

__all__ = ["ExamplesPanel"]
