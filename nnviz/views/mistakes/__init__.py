"""The catalogue of the mistakes that can be made on purpose."""

from nnviz.views.mistakes.panel import MistakesPanel

__all__ = ["MistakesPanel"]
