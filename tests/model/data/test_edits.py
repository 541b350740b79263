"""A cell of the table of samples: an input or a target, as they are before scaling."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.data.building import build
from nnviz.model.data.edits import with_cell_changed

NUMBERS = DataSpec("explicit", inputs=((1.0, 2.0), (3.0, 4.0), (5.0, 9.0)), targets=((0.5,), (1.5,), (2.5,)))


@pytest.mark.parametrize("scaling", [None, "standard"])
def test_that_an_input_and_a_target_are_changed_and_nothing_else(scaling) -> None:
    from dataclasses import replace

    data = build(replace(NUMBERS, scaling=scaling), 0)
    changed = build(with_cell_changed(data, 1, 0, 7.0), 0)
    np.testing.assert_allclose(changed.raw, [[1.0, 7.0, 5.0], [2.0, 4.0, 9.0]])
    changed = build(with_cell_changed(data, 2, 2, -1.0), 0)
    assert changed.targets is not None
    np.testing.assert_allclose(changed.targets, [[0.5, 1.5, -1.0]])
