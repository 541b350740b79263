"""Mistakes made on purpose: switching them on and off, the catalogue to read in, and the quiz."""

from nnviz.views.mistakes.panel import MistakesPanel

__all__ = ["MistakesPanel"]
