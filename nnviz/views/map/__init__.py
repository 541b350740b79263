"""The map panel: a scenario trained for each pair of values of two settings, as a picture of what came of it."""

from nnviz.views.map.panel import MapPanel

__all__ = ["MapPanel"]
