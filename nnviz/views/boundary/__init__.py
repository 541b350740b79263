"""The panel of the network's predictions: the decision boundary, the fitted curve, or the samples' outputs."""

from nnviz.views.boundary.panel import BoundaryPanel

__all__ = ["BoundaryPanel"]
