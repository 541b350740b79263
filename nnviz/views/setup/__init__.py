"""The Setup panel: data, network and training settings, each with its range and what changing it does."""

from nnviz.views.setup.panel import SetupPanel

__all__ = ["SetupPanel"]
