"""What is said of the slope of a unit's activation."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.views.inspector.activation_slope import slope_of
from nnviz.views.inspector.meaning_forward import activation


@pytest.mark.filterwarnings("error::RuntimeWarning")
@pytest.mark.parametrize(("value", "slope"), [(-3.0, -8.0), (1e300, -np.inf), (0.0, 1.0)])
def test_that_an_activation_outside_the_functions_range_is_not_said_to_be_flat(value: float, slope: float) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(100)
    snapshot = session.snapshot()
    snapshot = replace(snapshot, values={**snapshot.values, "A1": np.full_like(snapshot.values["A1"], value)})

    assert slope_of(snapshot, Cell("A1", 0, 0)) == slope
    assert "flat here" not in activation(snapshot, Cell("A1", 0, 0), value)
