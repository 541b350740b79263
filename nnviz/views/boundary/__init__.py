"""What the network answers: the decision boundary, the fitted curve, or the samples' predictions."""

from nnviz.views.boundary.panel import BoundaryPanel

__all__ = ["BoundaryPanel"]
