"""Samples that are pictures: the selected one, what the network looks for in it, and which it takes for another."""

from nnviz.views.images.panel import ImagesPanel

__all__ = ["ImagesPanel"]
