"""`run_until` stops at the first number that is not finite, as the window does."""

from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz.model.breakpoints import NotFinite
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec


@pytest.fixture
def session() -> nnviz.Session:
    scenario = replace(
        nnviz.Scenario.load("xor"), penalty=PenaltySpec("l2", 10.0), optimiser=OptimiserSpec(learning_rate=0.3)
    )
    return nnviz.Session(scenario)


def test_that_it_stands_at_the_line_with_the_cell_and_the_cause(session):
    (stopped,) = session.run_until()
    assert (session.position.update, session.position.line) == (stopped.update, stopped.line)
    assert stopped.condition == NotFinite()
    assert stopped.cell is not None
    assert not np.isfinite(session.value(stopped.cell.symbol)).all()
    assert "the likely reason" in stopped.text
    session.step_back_line()
    assert session.is_finite


@pytest.mark.slow
def test_that_a_breakpoint_before_it_stops_the_run_first(session):
    session.add_breakpoint("max(abs(W1)) > 1e9")
    (stopped,) = session.run_until()
    assert "1e9" in stopped.text.replace("1e+09", "1e9").replace("1000000000", "1e9")
    assert session.is_finite
    (stopped,) = session.run_until()
    assert stopped.condition == NotFinite()


def test_that_from_there_nothing_is_run_but_when_reported_to_keep_going(session):
    session.run_until()
    place = session.position
    (again,) = session.run_until()
    assert "already" in again.text
    assert session.position == place
    assert session.run_until(5, keep_going=True) == ()
    assert session.position.update == place.update + 4


def test_that_a_finite_run_comes_to_its_limit():
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    assert session.run_until(300) == ()
    assert session.position.update == 300
    other = nnviz.Session(nnviz.Scenario.load("xor"))
    other.step_update(300)
    np.testing.assert_array_equal(session.value("W1"), other.value("W1"))


@pytest.mark.slow
def test_that_a_breakpoint_of_a_person_s_own_on_such_numbers_is_one_stop(session):
    session.add_breakpoint("not-finite")
    (stopped,) = session.run_until()
    assert stopped.condition == NotFinite()
