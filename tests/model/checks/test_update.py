"""The update check: what parameters really changed by, against what the optimiser's formulas say."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.checks import update_check
from nnviz.model.program.expression import Binary
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

LINES = {
    "gradient-descent": 15,
    **dict.fromkeys(("momentum", "nesterov", "momentum-dampened", "momentum-step"), 19),  # a line for each parameter
    **dict.fromkeys(("rmsprop", "rmsprop-within", "adagrad"), 19),
    **dict.fromkeys(("adam", "adamw", "adam-within", "adam-hat"), 23),  # two
    "amsgrad": 27,  # three
}


def session_with(kind, **more):
    return Session(replace(Scenario.load("xor"), optimiser=OptimiserSpec(kind, 0.05), **more))


@pytest.mark.parametrize("kind", OPTIMISERS)
@pytest.mark.parametrize("penalty", ["none", "l2"])
def test_that_every_optimiser_does_what_it_says(kind, penalty):
    session = session_with(kind, penalty=PenaltySpec(penalty, 0.1))
    for _ in range(5):
        session.step_update()
        check = update_check(session.snapshot())
        assert check.agrees is True
        for parameter in check.parameters.values():
            assert not parameter.difference.any()
            assert np.nanmax(np.abs(parameter.ratio - 1.0)) == 0.0


def test_that_gradient_descent_moves_by_the_rate_times_the_gradient():
    session = session_with("gradient-descent")
    before = session.value("W1")
    session.step_update()
    parameter = update_check(session.snapshot()).parameters["W1"]
    assert parameter.actual == pytest.approx(-0.05 * session.value("dW1"), rel=1e-12)
    assert np.array_equal(parameter.actual, session.value("W1") - before)


@pytest.mark.parametrize("kind", OPTIMISERS)
def test_that_a_parameter_is_checked_once_its_line_has_run(kind):
    session = session_with(kind)
    session.step_update(2)
    for number, _ in enumerate(session.program, start=1):
        session.step_line()
        check = update_check(session.snapshot())
        assert check.update == 3
        for symbol, parameter in check.parameters.items():
            assert (parameter is not None) == (session.program.line_of[symbol] <= number)
        assert check.agrees is (True if number == len(session.program) else None)
    assert len(session.program) == LINES[kind]


def test_that_nothing_is_checked_at_the_start():
    check = update_check(session_with("adam").snapshot())
    assert set(check.parameters.values()) == {None}
    assert check.agrees is None


def test_that_fixed_biases_are_not_checked():
    session = session_with("adam", train_biases=False)
    session.step_update()
    assert list(update_check(session.snapshot()).parameters) == ["W1", "W2"]


def test_that_a_changed_cell_is_found():
    session = session_with("momentum")
    session.step_update(3)
    snapshot = session.snapshot()
    changed = snapshot.values["W1"].copy()
    changed[1, 0] += 1e-6
    check = update_check(replace(snapshot, values={**snapshot.values, "W1": changed}))
    assert check.agrees is False
    assert check.parameters["W1"].worst == Cell("W1", 1, 0)
    assert check.parameters["W1"].difference[1, 0] == pytest.approx(1e-6, rel=1e-6)
    assert check.parameters["W2"].agrees


def test_that_a_wrong_sign_in_the_program_gives_a_ratio_of_minus_one():
    session = session_with("gradient-descent")
    right = session.program
    session.step_update()
    snapshot = session.snapshot()
    wrong = Program(
        right.recipe,
        tuple(
            replace(line, expression=Binary("+", line.expression.left, line.expression.right)) if line.assigns else line
            for line in right
        ),
    )
    risen = {name: 2 * snapshot.before[name] - snapshot.values[name] for name in right.parameters}
    check = update_check(replace(snapshot, program=wrong, values={**snapshot.values, **risen}))
    assert check.agrees is False
    for parameter in check.parameters.values():
        assert parameter.ratio == pytest.approx(-np.ones(parameter.ratio.shape), rel=1e-9)


def test_that_a_change_that_should_be_none_has_no_ratio():
    session = Session(replace(Scenario.load("xor"), optimiser=OptimiserSpec("gradient-descent", 0.0)))
    session.step_update()
    check = update_check(session.snapshot())
    assert check.agrees is True
    assert np.isnan(check.parameters["W1"].ratio).all()
