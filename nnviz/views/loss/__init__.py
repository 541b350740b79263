"""The loss over the run: curves of the whole data, a band of the batches, and where the cursor is."""

from nnviz.views.loss.panel import LossChoices, LossPanel

__all__ = ["LossChoices", "LossPanel"]
