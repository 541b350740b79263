"""Functions recorded in this process, without a second run."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.errors import ModelError
from nnviz.model.recording.in_process import RecordedBlock, record_call
from nnviz.model.recording.replay import Replay, replay


class Line:
    """A line that is fitted."""

    def __init__(self) -> None:
        self.w = np.zeros((1, 2))

    def step(self, x, y):
        error = self.w @ x - y
        self.w -= 0.1 * error @ x.T


def train(turns: int) -> Line:
    line = Line()
    x, y = np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]), np.array([[2.0, 3.0, 4.0]])
    for _ in range(turns):
        line.step(x, y)
    return line


def fails():
    return np.ones((2, 3)) @ np.ones((2, 3))


def test_a_call_is_recorded_until_its_third_update():
    recording = record_call(train, 10**6)
    assert (recording.outcome.kind, recording.updates) == ("updates", 3)
    assert [e.path for e in recording.events].count("self.w") == 4


def test_a_block_runs_to_its_end_and_computes_what_it_would():
    code = train.__code__
    expected = train(7).w
    with RecordedBlock(globals()) as block:
        found = train(7).w
    np.testing.assert_array_equal(found, expected)
    assert train.__code__ is code
    assert block.recording is not None
    assert block.recording.updates == 3


def test_what_the_function_raises_is_part_of_the_recording():
    recording = record_call(fails)
    assert recording.raised is not None
    assert [one.shape for one in recording.raised.operands] == [(2, 3), (2, 3)]
    assert "@" in recording.raised.text


def test_nothing_can_be_replayed():
    recording = record_call(train, 5)
    assert replay(recording, [Replay((), (0, 1))]) == [(None, None)]


def test_a_function_without_source_is_refused():
    names: dict[str, object] = {}
    exec("def made(): return 1", names)
    with pytest.raises(ModelError):
        record_call(names["made"])  # type: ignore[arg-type]
