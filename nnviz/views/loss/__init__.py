"""The loss over the run: curves of the whole data, a band of the batches, and where the cursor stands."""

from nnviz.views.loss.choices import LossChoices
from nnviz.views.loss.compared import compared_by_default, compared_pen
from nnviz.views.loss.panel import LossPanel

__all__ = ["LossChoices", "LossPanel", "compared_by_default", "compared_pen"]
