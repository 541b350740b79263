"""The map panel: a scenario trained for each pair of values of two settings, and a picture of the results."""

from nnviz.views.map.panel import MapPanel

__all__ = ["MapPanel"]
