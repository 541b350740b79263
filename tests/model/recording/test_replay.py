"""The same run with a number moved: derivatives of a script's own loss, against derivatives by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from nnviz.model.arrays.array import Array
from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Recording
from nnviz.model.recording.replay import Move, Replay, replay

pytestmark = pytest.mark.slow

SOURCE = """\
import numpy as np
W = np.random.randn(2, 3)  # no seed
x = np.array([1.0, -2.0, 0.5])
bias = 0.25
rows = [[1.0, 2.0], [3.0, 4.0]]
for turn in range(100):
    z = W @ x + bias
    loss = np.sum(z ** 2) + rows[1][0] ** 2
    W -= 0.1 * 2 * np.outer(z, x)
"""


@cache
def answers() -> tuple[Recording, list[tuple[Array | None, ...]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.py"
        path.write_text(SOURCE, encoding="utf-8")
        recording = record(path)
        weights, bias, rows, loss, z = (first(recording, name) for name in ("W", "bias", "rows", "loss", "z"))
        along = np.arange(6.0).reshape(2, 3)
        cells = [Move(weights, sign * 1e-5, cell=cell) for cell in range(6) for sign in (1, -1)]
        others = [Move(weights, s * 1e-5, direction=along) for s in (1, -1)] + [Move(bias, s * 1e-5) for s in (1, -1)]
        others += [Move(rows, s * 1e-5, cell=2) for s in (1, -1)]
        moves: list[tuple[Move, ...]] = [(), *((move,) for move in (*cells, *others))]
        return recording, replay(recording, [Replay(one, (loss, z)) for one in moves])


def first(recording: Recording, path: str) -> int:
    return next(number for number, event in enumerate(recording.events) if event.path == path)


def value(recording: Recording, path: str) -> Array:
    number = recording.events[first(recording, path)].value
    assert number is not None
    return recording.values[number]


def slopes() -> list[float]:
    _, found = answers()
    losses = [float(one[0]) for one in found[1:] if one[0] is not None]
    return [(up - down) / 2e-5 for up, down in zip(losses[::2], losses[1::2], strict=True)]


def test_an_unmoved_run_gives_the_same_bits_though_the_script_sets_no_seed():
    recording, found = answers()
    loss, z = found[0]
    assert loss is not None
    assert z is not None
    np.testing.assert_array_equal(loss, value(recording, "loss"))
    np.testing.assert_array_equal(z, value(recording, "z"))


def test_central_differences_are_the_derivatives():
    recording, _ = answers()
    z, x = value(recording, "z"), np.array([1.0, -2.0, 0.5])
    gradient = 2 * np.outer(z, x)
    expected = [*gradient.ravel(), np.sum(gradient * np.arange(6.0).reshape(2, 3)), 2 * z.sum(), 2 * 3.0]
    np.testing.assert_allclose(slopes(), expected, rtol=1e-6, atol=1e-6)


def test_whole_numbers_cannot_be_moved_and_an_event_that_is_not_reached_gives_none():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.py"
        path.write_text("import numpy as np\na = np.array([1, 2])\nb = a * 2\nif b[0] == 2:\n    c = b + 1\n")
        recording = record(path)
        a, b, c = (first(recording, name) for name in "abc")
        found = replay(recording, [Replay((Move(a, 1.0),), (b,)), Replay((Move(b, 1.0),), (c,)), Replay((), (c,))])
    assert found[0] == (None,)
    assert found[1] == (None,)
    assert found[2][0] is not None


def test_numbers_that_are_drawn_after_a_move_are_those_of_the_recording():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.py"
        path.write_text("import random\nrandom.seed(1)\na = 0.5\nb = random.random()\nc = a * 2 + b\n")
        recording = record(path)
        a, c = (first(recording, name) for name in "ac")
        found = replay(recording, [Replay((Move(a, sign * 1e-3),), (c,)) for sign in (1, -1)])
        middle = recording.values[recording.events[c].value or 0]
    up, down = (one[0] for one in found)
    assert up is not None
    assert down is not None
    assert up - down == pytest.approx(4e-3)
    assert (up + down) / 2 == pytest.approx(float(middle))
