"""A scenario for samples that a person draws with the mouse."""

from __future__ import annotations

from nnviz.model.data import DataSpec
from nnviz.model.data.spec import EXPLICIT
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("model", "Drawn by hand")

_BLANK = DataSpec(EXPLICIT, inputs=((-1.0, -1.0), (1.0, 1.0)), labels=(0, 1), n_classes=2)


def blank_scenario(title: str = TITLE) -> Scenario:
    """Return a scenario with two inputs and a sample of either class, in opposite corners of the plane to be drawn on.

    Parameters
    ----------
    title
        What it is called, in the person's language.
    """
    return scenario_for(_BLANK, title)


def is_blank(scenario: Scenario) -> bool:
    """Return whether nothing has been drawn yet."""
    return scenario.data == _BLANK
