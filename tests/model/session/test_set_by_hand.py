"""A value that a person has set is known as set: wherever it was set, on whatever branch, until a line replaces it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.breakpoints.change_conditions import WeightChangesSign
from nnviz.model.breakpoints.condition import ConditionPast
from nnviz.model.breakpoints.moments import SnapshotMoment
from nnviz.model.checks import gradient_check, update_check
from nnviz.model.data.batches import BatchSpec
from nnviz.model.explain.cell import explain
from nnviz.model.explain.contributions import contributions
from nnviz.model.explain.equation import equation
from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.set_by_hand import SetByHand, set_between_reads, set_by_hand, set_in_update
from nnviz.model.session_file.file import open_session, save_session

CELL = Cell("W1", 0, 0)


def at(updates: int = 100, lines: int = 0, scenario: Scenario | None = None, **others) -> Session:
    session = Session(replace(scenario or Scenario.load("xor"), **others))
    session.step_update(updates)
    session.step_line(lines)
    return session


def made(session: Session, cell: Cell = CELL) -> SetByHand | None:
    return set_by_hand(session.snapshot(), cell)


# Explained as set ----------------------------------------------------------------------------------------------------


def test_that_a_value_set_after_an_update_is_explained_as_set() -> None:
    session = at()
    old = float(session.value("W1")[0, 0])
    session.set_value("W1", (0, 0), "1/3")
    found = made(session)
    assert found is not None
    assert (found.value, found.old, found.typed, found.is_measured) == (1 / 3, old, "1/3", False)
    written = equation(session.snapshot(), "W1", (0, 0))
    assert (written.value, written.line, written.terms) == (1 / 3, None, ())
    assert written.rows[-2].strip() == f"= −{-old!r}"
    assert written.rows[-1].strip() == f"← 0.3333333333333333, set by hand to 1/3 (was −{-old!r})"


def test_that_what_the_line_computed_stays_what_it_was() -> None:
    session = at()
    before = session.snapshot()
    session.set_value("W1", (0, 0), 3.0)
    after = session.snapshot()
    for snapshot in (before, after):
        explanation = explain(snapshot, CELL)
        assert explanation.value == before.values["W1"][0, 0]
        assert explanation.tree.value == pytest.approx(explanation.value, rel=1e-12)
    assert np.array_equal(after.change("W1"), before.change("W1"))
    assert after.values["W1"][0, 0] == 3.0
    assert contributions(after, CELL) is None


def test_that_it_is_known_in_the_next_update_until_its_line_has_run() -> None:
    session = at()
    session.set_value("W1", (0, 0), 3.0)
    session.step_line(session.program.line_of["W1"] - 1)
    assert made(session) is not None
    assert equation(session.snapshot(), "W1", (0, 0)).rows[0].startswith("W¹₁₁ = 3.0, set by hand (was −0.5005")
    session.step_line()
    assert made(session) is None
    change = session.snapshot().change("W1")
    assert change[0, 0] == session.value("W1")[0, 0] - 3.0


@pytest.mark.parametrize("lines", range(1, 15))
@pytest.mark.slow
def test_that_it_is_known_wherever_in_an_update_it_is_set(lines: int) -> None:
    session = at(100, lines)
    for symbol in session.program.parameters:
        old = float(session.value(symbol)[0, 0])
        session.set_value(symbol, (0, 0), 2.5)
        found = made(session, Cell(symbol, 0, 0))
        assert found is not None
        assert (found.value, found.old) == (2.5, old)
        assert made(session, Cell("W1", 1, 1)) is None
    session.step_line(len(session.program) - lines)
    snapshot = session.snapshot()
    assert update_check(snapshot).agrees is True
    for symbol, number in session.program.line_of.items():
        if symbol in session.program.parameters:
            assert (made(session, Cell(symbol, 0, 0)) is not None) == (lines >= number)
            step = -snapshot.scalars["eta"] * snapshot.values[f"d{symbol}"]
            assert snapshot.change(symbol) == pytest.approx(step, rel=1e-9, abs=1e-15)


def test_that_values_set_again_have_the_value_before_as_their_old_one() -> None:
    session = at(100, 5)
    first = float(session.value("W1")[0, 0])
    session.set_value("W1", (0, 0), 1.0)
    session.set_value("W1", (0, 0), 2.0)  # at once: it replaces the other
    assert made(session).old == first
    session.set_value("b1", (0, 0), 9.0)
    session.set_value("W1", (0, 0), 4.0)
    assert [(each.old, each.value) for each in set_in_update(session.snapshot(), CELL)] == [(first, 2.0), (2.0, 4.0)]


def test_that_what_is_undone_was_never_set_and_what_is_redone_was() -> None:
    session = at(100, 5)
    session.set_value("W1", (0, 0), 1.0)
    session.undo()
    assert made(session) is None
    assert session.snapshot().update_edits == ()
    session.redo()
    assert made(session).value == 1.0


def test_that_it_is_known_on_its_branch_and_on_no_other() -> None:
    session = at(100)
    session.step_back_update(10)
    session.set_value("W1", (0, 0), "1/3")
    name = session.branch
    assert made(session).typed == "1/3"
    session.switch_branch("branch 1")
    assert made(session) is None
    session.switch_branch(name)
    assert made(session).typed == "1/3"
    session.step_line(12)
    session.seek(90)
    assert made(session).typed == "1/3"
    session.seek(89)
    assert made(session) is None


@pytest.mark.parametrize("seek", [lambda s: s.seek(101, 9), lambda s: s.seek(101, 14), lambda s: s.seek(101)])
def test_that_seeking_there_and_back_and_saving_tells_the_same(seek: Callable[[Session], None], tmp_path) -> None:
    session = at(100, 7)
    session.set_value("W1", (0, 0), "2/3")
    session.step_line(6)
    session.set_value("W1", (1, 0), -4.0)
    session.step_update(30)
    seek(session)
    save_session(session, tmp_path / "a.nnviz")
    again = open_session(tmp_path / "a.nnviz").session
    session.seek(3)
    seek(session)
    for cell in (CELL, Cell("W1", 1, 0)):
        assert set_in_update(session.snapshot(), cell) == set_in_update(again.snapshot(), cell)
        assert made(session, cell) == made(again, cell)
    assert len(session.snapshot().update_edits) == len(again.snapshot().update_edits) > 0


def test_that_a_value_of_the_start_and_a_frozen_one_are_known() -> None:
    session = at(0, train_biases=False)
    session.set_value("b1", (0, 0), "1/4")
    assert made(session, Cell("b1", 0, 0)).old == 0.0
    session.step_update(300)
    found = made(session, Cell("b1", 0, 0))
    assert (found.typed, found.position.update) == ("1/4", 0)


def test_that_a_bias_that_was_trained_since_is_not_one_that_was_set() -> None:
    session = at(10)
    session.set_value("b1", (0, 0), 1.0)
    session.step_update(10)
    session.change(replace(session.scenario, train_biases=False))
    session.step_update(10)
    assert made(session, Cell("b1", 0, 0)) is None


def test_that_nothing_is_known_where_nothing_was_set() -> None:
    snapshot = at(3, 5).snapshot()
    assert (snapshot.update_edits, snapshot.value_edits) == ((), ())
    assert snapshot.state_found is snapshot.before
    assert snapshot.read_by(1, "W1") is snapshot.before["W1"]


# Evolution strategies ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["evolution", "evolution-population"])
def test_that_what_a_search_measures_again_is_no_work_of_its_line(kind: str) -> None:
    session = at(20, optimiser=OptimiserSpec(kind), batch=BatchSpec("full"))
    before = session.snapshot()
    session.set_value("W1", (0, 0), 5.0)
    after = session.snapshot()
    cell = Cell(BEST, 0, 0)
    assert explain(after, cell).value == before.values[BEST][0, 0]
    found = made(session, cell)
    assert found is not None
    assert found.is_measured
    assert (found.old, found.value) == (before.values[BEST][0, 0], after.values[BEST][0, 0])
    assert "measured again" in equation(after, BEST, (0, 0)).rows[-1]


# Checks --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", OPTIMISERS)
@pytest.mark.parametrize("penalty", ["none", "l1", "l2"])
@pytest.mark.slow
@pytest.mark.sample(8)
def test_that_the_update_check_counts_from_what_was_set(kind: str, penalty: str) -> None:
    rng = np.random.default_rng(2)
    session = at(5, optimiser=OptimiserSpec(kind, 0.05), penalty=PenaltySpec(penalty, 0.1))
    for _ in range(40):
        symbol = str(rng.choice(session.program.parameters))
        session.set_value(symbol, (0, 0), float(rng.normal()))
        assert update_check(session.snapshot()).agrees is not False
        session.step_line()


@pytest.mark.parametrize("penalty", ["none", "l2"])
@pytest.mark.slow
def test_that_the_gradient_check_finds_a_right_program_right_whatever_is_set(penalty: str) -> None:
    rng = np.random.default_rng(4)
    session = at(5, penalty=PenaltySpec(penalty, 0.1))
    torn = 0
    for _ in range(30):
        symbol = str(rng.choice(session.program.parameters))
        session.set_value(symbol, (0, 0), float(rng.normal()))
        snapshot = session.snapshot()
        check = gradient_check(snapshot)
        assert check.maximum is None or check.maximum < 1e-5, (snapshot.position, check)
        assert check.set_between == set_between_reads(snapshot)
        torn += bool(check.set_between)
        session.step_line()
    assert torn > 3


def test_that_the_gradient_check_says_that_lines_have_read_two_values() -> None:
    session = at(100, 7)
    session.set_value("W2", (0, 0), 5.0)
    session.step_line(4)
    snapshot = session.snapshot()
    assert set_between_reads(snapshot) == ("W2",)
    check = gradient_check(snapshot)
    assert "W2 set by hand between two lines that read it" in repr(check)
    # W¹ is read once: what is set after that makes no difference to any gradient.
    other = at(100, 7)
    other.set_value("W1", (0, 0), 5.0)
    other.step_line(4)
    assert set_between_reads(other.snapshot()) == ()
    assert np.array_equal(other.value("dW1"), at(100, 11).value("dW1"))


def test_that_a_wrong_program_is_still_found_wrong_after_an_edit() -> None:
    session = at(5, 7, mistakes=("flipped-sign",))
    session.set_value("W2", (0, 0), 0.3)
    session.step_line(4)
    check = gradient_check(session.snapshot())
    assert check.maximum is not None
    assert check.maximum > 1e-2


def test_that_a_person_who_turns_a_weight_over_triggers_no_breakpoint_on_the_update() -> None:
    session = at(100, 11)
    session.set_value("W1", (0, 0), 3.0)  # it was −0.5
    session.step_line()
    assert WeightChangesSign("W1").holds(SnapshotMoment(session.snapshot(), ConditionPast())) is None
