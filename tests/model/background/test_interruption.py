"""A session that another thread moves can be asked to stop after a line."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.background.interruption import Interrupted, Interruption
from nnviz.model.breakpoints import Guard
from nnviz.model.engine.workspace import Workspace
from nnviz.model.history.position import Place
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.session import Session


def interrupt_after(monkeypatch: pytest.MonkeyPatch, interruption: Interruption, lines: int) -> None:
    """Have it asked for while the `lines`-th line from here on runs."""
    run_line, left = Workspace.run_line, [lines]

    def counted(workspace: Workspace, number: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            interruption.ask()
        run_line(workspace, number)

    monkeypatch.setattr(Workspace, "run_line", counted)


def assert_same(one: Session, other: Session) -> None:
    first, second = one.snapshot(), other.snapshot()
    assert first.position == second.position
    for symbol, array in first.values.items():
        np.testing.assert_array_equal(array, second.values[symbol], symbol)
    np.testing.assert_array_equal(first.curve.least, second.curve.least)


@pytest.mark.parametrize("lines", [1, 7, 14, 15, 16, 100])
@pytest.mark.slow
def test_that_an_interrupted_run_stands_where_stepping_so_many_lines_does(
    monkeypatch: pytest.MonkeyPatch, lines: int
) -> None:
    scenario = find_scenario("xor")
    interrupted, stepped, interruption = Session(scenario), Session(scenario), Interruption()
    interrupted.let_interrupt(interruption)
    stepped.step_line(lines)
    interrupt_after(monkeypatch, interruption, lines)
    with pytest.raises(Interrupted):
        interrupted.step_update(200)
    assert_same(interrupted, stepped)
    interruption.withdraw()
    interrupted.step_update(200)
    stepped.step_update(200)
    assert_same(interrupted, stepped)
    interrupted.step_back_update(3)
    stepped.step_back_update(3)
    assert_same(interrupted, stepped)


def test_that_going_over_what_has_been_is_not_interrupted() -> None:
    session, interruption = Session(find_scenario("xor")), Interruption()
    session.step_update(50)
    session.let_interrupt(interruption)
    interruption.ask()
    session.seek(20)
    session.seek(40)
    session.to_newest()
    assert session.position.update == 50
    with pytest.raises(Interrupted):
        session.step_line()
    assert session.position.update == 50


def diverging() -> Scenario:
    return replace(find_scenario("sine"), optimiser=OptimiserSpec("gradient-descent", 1e6))


def test_that_an_interrupted_run_still_stops_at_the_first_number_that_is_not_finite(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guard, session = Guard(), Session(diverging())
    _, expected = guard.run(session, (), Place(30))
    assert expected is not None
    lines = (expected.position.update - 1) * expected.position.lines + expected.position.line
    for more in (-2, -1, 5, 40):
        guard, session, interruption = Guard(), Session(diverging()), Interruption()
        session.let_interrupt(interruption)
        with monkeypatch.context() as patched:
            interrupt_after(patched, interruption, lines + more)
            went = None
            for _ in range(3):
                try:
                    _, went = guard.run(session, (), Place(30))
                    break
                except Interrupted:
                    interruption.withdraw()
        assert went is not None
        assert (went.position, went.cell) == (expected.position, expected.cell)
