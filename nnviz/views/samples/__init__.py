"""Every sample in a table: its inputs, its answer, and what the network answers."""

from nnviz.views.samples.panel import SamplesPanel

__all__ = ["SamplesPanel"]
