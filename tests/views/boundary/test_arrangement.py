"""The plane and its text are within the panel, however narrow that is."""

from types import SimpleNamespace

import pytest

from nnviz.views.boundary.arrangement import arrange
from nnviz.views.plots.predictions.plot import Insets
from nnviz.views.theme import LIGHT


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(190, 170), (204, 300), (360, 400), (700, 250), (660, 900)])
def test_that_the_plot_with_its_axes_is_within_the_room(size, scale):
    theme, (width, height) = LIGHT.scaled(scale), size
    insets = Insets(left=40, top=20, right=10, bottom=30)
    plot = arrange(theme, SimpleNamespace(insets=insets, square=True), width * scale, height * scale).plot
    assert plot.width() == plot.height()
    assert plot.left() - theme.px(insets.left) >= 0
    assert plot.right() + theme.px(insets.right) <= width * scale
    assert plot.bottom() + theme.px(insets.bottom) <= height * scale
