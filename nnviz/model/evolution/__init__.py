"""Evolution strategies: training that tries candidates and keeps the better, without any gradient.

A strategy's program is one function evaluation: parameters are changed at random into a candidate, the network's
forward lines run on the candidate, and the update's lines keep it if its loss is lower. ``W`` and ``b`` are what has
been kept, so predictions, metrics and pictures are those of the best; the candidate has symbols of its own.

- `strategies`: the table, and how a strategy's lines follow from the forward lines;
- `draws`: the random numbers, a pure function of (seed, which update), so that replay is bit-identical;
- `search`: what an engine needs besides lines: the draws, and the loss of what was kept.
"""

from nnviz.model.evolution.strategies import STRATEGIES, Strategy

__all__ = ["STRATEGIES", "Strategy"]
