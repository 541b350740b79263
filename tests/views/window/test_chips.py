"""The chips at the top: where there is no room for all, the learning rate stays longest."""

import pytest

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.theme import LIGHT
from nnviz.views.window.chips import Chips


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (600, ["network", "learning_rate", "batch", "optimiser"]),
        (250, ["network", "learning_rate"]),
        (130, ["learning_rate"]),
        (10, []),
    ],
)
def test_that_the_learning_rate_is_in_reach_where_anything_is(qtbot, width, names):
    chips = Chips(LIGHT)
    qtbot.addWidget(chips)
    chips.show_snapshot(Session(find_scenario("xor")).snapshot())
    chips.resize(width, 26)
    chips.show()
    assert [name for name, chip in chips.chips.items() if not chip.isHidden()] == names
    shown = [chip for chip in chips.chips.values() if not chip.isHidden()]
    assert all(chip.geometry().right() < width for chip in shown)
