"""The panel of samples that are images: the selected one, the first layer's weights, and the misclassified ones."""

from nnviz.views.images.panel import ImagesPanel

__all__ = ["ImagesPanel"]
