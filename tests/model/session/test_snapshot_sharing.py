"""A snapshot shares what has not been written since the last one, and never anything else."""

import numpy as np
import pytest

from nnviz.model.arrays.norm import frobenius, largest, measure
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


def shared(one: Snapshot, other: Snapshot) -> set[str]:
    return {symbol for symbol, array in other.values.items() if one.values.get(symbol) is array}


def test_that_a_step_by_one_line_copies_only_what_the_line_wrote() -> None:
    session = Session(find_scenario("xor"))
    session.step_line(9)
    before = session.snapshot()
    session.step_line()
    after = session.snapshot()
    line = after.lit_line
    assert line is not None
    assert set(after.values) - shared(before, after) == {line.writes}


def test_that_a_parameter_is_copied_again_when_its_line_has_run() -> None:
    session = Session(find_scenario("xor"))
    session.step_line(session.program.line_of["W1"] - 1)
    before = session.snapshot()
    session.step_line()
    after = session.snapshot()
    assert "W1" not in shared(before, after)
    assert "W2" in shared(before, after)
    assert not np.array_equal(before.values["W1"], after.values["W1"])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["xor", "mazur", "three-class-spiral", "xor-evolution"])
@pytest.mark.sample(2)
def test_that_whatever_is_done_a_snapshot_holds_what_the_session_does(name: str) -> None:
    session, random = Session(find_scenario(name)), np.random.default_rng(0)
    other = find_scenario("xor")
    moves = [
        session.step_line,
        lambda: session.step_line(int(random.integers(1, 9))),
        session.step_update,
        lambda: session.step_update(int(random.integers(1, 70))),
        session.step_back_line,
        session.step_back_update,
        lambda: session.seek(int(random.integers(0, session.newest.update + 1))),
        session.to_newest,
        lambda: session.set_value("W1", (0, 0), float(random.normal())),
        session.undo,
        session.redo,
        session.restart,
        lambda: session.change(other),
    ]
    weights = np.array([9, 6, 3, 3, 4, 3, 3, 2, 3, 2, 2, 0.5, 0.2])
    for _ in range(250):
        moves[int(random.choice(len(moves), p=weights / weights.sum()))]()
        for symbol, array in session.snapshot().values.items():
            np.testing.assert_array_equal(np.squeeze(array), np.squeeze(session.value(symbol)), symbol)
            assert not array.flags.writeable


def test_that_a_number_reported_of_a_large_array_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    array = np.random.default_rng(0).normal(size=(200, 300))
    array[3, 4] = -9.0
    looked: list[int] = []
    einsum = np.einsum
    monkeypatch.setattr(np, "einsum", lambda *given: looked.append(1) or einsum(*given))
    frobenius(array)
    array.flags.writeable = False
    measure([array])
    assert looked == [1, 1]
    assert frobenius(array) == pytest.approx(np.linalg.norm(array))
    assert largest(array) == 9.0
    assert looked == [1, 1]
    other = array.copy()
    other.flags.writeable = False
    frobenius(other)
    assert looked == [1, 1, 1]
