"""An activation that is a function of the script: its values come before the statement that calls it has ended."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.assets import asset
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.recorded_run.debug import debug
from nnviz.model.recorded_run.source import OwnSource


@pytest.mark.slow
def test_that_the_forward_lines_are_in_an_order_in_which_they_can_be_run():
    run = debug(OwnSource(Path(str(asset("code", "xor.py")))), lambda: False, lambda text: None)
    snapshot = run.moment(run.update_ends[0] - 1).snapshot
    forward = [line.writes for line in snapshot.program if line.stage == "forward"]
    assert forward == ["Z1", "A1", "Z2", "A2"]
    found = run.moment(run.first_shown).snapshot
    values = ForwardPass(found.program_run, 4).run(found.values, found.data.X)
    np.testing.assert_allclose(values["A2"], found.value("A2"), rtol=1e-12)
