"""The quiz: what is hidden, what may be seen, and how answers are judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.model.checks.gradient import gradient_check
from nnviz.model.checks.update import update_check
from nnviz.model.explain.cell import explain
from nnviz.model.mistakes import CATALOGUE, Mistake
from nnviz.model.mistakes.build import corrections
from nnviz.model.network.network import Layer
from nnviz.model.quiz.quiz import (
    QuizState,
    answered,
    asked,
    broken,
    choices,
    choose,
    clue,
    evidence,
    given_up,
    hidden_mistake,
    revealed,
)
from nnviz.model.scenario.edit.mistakes import mistakes_at, possible_in, with_mistake
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.scenario.validation import ScenarioError
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

MadeIn = Callable[[str], Scenario]

XOR = Scenario.load("xor")
WORKED = Scenario.load("worked-example-2-3-1")
SQUARE = replace(XOR, layers=(Layer(4, "tanh"), Layer(4, "tanh"), Layer(1, "sigmoid")))

IN_PROGRAMS = [name for name, row in CATALOGUE.items() if not row.is_own_code]


def hidden(name: str, updates: int = 3, scenario: Scenario = XOR) -> Session:
    session = Session(broken(scenario, CATALOGUE[name]))
    session.step_update(updates)
    return session


# What is hidden ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("optimiser", ["its own", "adam"])
@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.slow
@pytest.mark.sample(20)
def test_that_a_hidden_mistake_computes_what_it_would_if_it_were_not(
    made_in: MadeIn, name: str, optimiser: str
) -> None:
    scenario = made_in(name)
    if optimiser == "adam" and scenario.optimiser.kind == "gradient-descent":
        scenario = replace(scenario, optimiser=OptimiserSpec("adam", scenario.optimiser.learning_rate))
    told_of = Session(replace(scenario, mistakes=(name,)))
    session = Session(broken(scenario, CATALOGUE[name]))
    for each in (told_of, session):
        each.step_update(5)
    assert all(np.array_equal(told_of.value(p), session.value(p)) for p in session.program.parameters)


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.sample(6)
def test_that_of_a_hidden_mistake_the_program_tells_nothing(made_in: MadeIn, name: str) -> None:
    scenario = made_in(name)
    right = Session(scenario).snapshot()
    for lines in range(len(right.program)):
        session = hidden(name, 1, scenario)
        session.step_line(lines)
        snapshot = session.snapshot()
        assert snapshot.hides_mistakes
        assert snapshot.program == right.program
        assert corrections(snapshot.program) == {}
        assert snapshot.position.lines == len(right.program)
        assert set(snapshot.values) >= set(right.program.parameters)


@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.slow
@pytest.mark.sample(10)
def test_that_every_cell_can_be_explained_while_a_mistake_is_hidden(made_in: MadeIn, name: str) -> None:
    snapshot = hidden(name, scenario=made_in(name)).snapshot()
    for symbol in snapshot.program.symbols:
        rows, columns = snapshot.shapes[symbol]
        assert snapshot.values[symbol].shape == (rows, columns)
        for cell in (Cell(symbol, i, j) for i in range(rows) for j in range(columns)):
            explanation = explain(snapshot, cell)
            assert explanation is None or explanation.value == snapshot.values[symbol][cell.row, cell.column]


@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.slow
@pytest.mark.sample(12)
def test_that_the_checks_see_a_hidden_mistake_as_the_clue_says(made_in: MadeIn, name: str) -> None:
    snapshot = hidden(name, scenario=made_in(name)).snapshot()
    band = gradient_check(snapshot).band
    assert band is not None
    seen = evidence(CATALOGUE[name])
    assert (band.name == "wrong") == (seen in ("gradient-check", "second-update") or name == "one-hot-missing")
    assert (update_check(snapshot).agrees is False) == (seen == "update-check" or name == "decay-decoupled")
    widened = snapshot.shapes != snapshot.program.shapes(len(snapshot.batch))
    assert widened == (seen == "shape")
    assert clue(snapshot).startswith("No check") == (
        seen not in ("gradient-check", "second-update", "update-check", "data")
    )


def test_that_the_clue_names_the_first_wrong_line() -> None:
    assert "line 9, which writes δ¹" in clue(hidden("unweighted-sum").snapshot())
    assert "in line 13, b¹ does not change as its gradient says" in clue(hidden("biases-kept").snapshot())


@pytest.mark.parametrize("mistake", choices(XOR, Session(XOR).data), ids=lambda row: row.name)
@pytest.mark.sample(10)
def test_that_a_run_begins_again_whatever_is_broken_and_undo_brings_the_old_one_back(mistake: Mistake) -> None:
    session = Session(XOR)
    session.step_update(5)
    before = session.value("W1")
    assert not session.change(broken(XOR, mistake), "Break something")
    assert session.position.update == 0
    assert session.undo_text == "Break something"
    session.undo()
    assert np.array_equal(session.value("W1"), before)
    assert not session.snapshot().hides_mistakes


def test_that_a_saved_session_keeps_it_hidden(tmp_path: Path) -> None:
    session = hidden("in-place")
    path = tmp_path / "quiz.nnviz"
    save_session(session, path)
    snapshot = open_session(path).session.snapshot()
    assert snapshot.hides_mistakes
    assert corrections(snapshot.program) == {}
    assert hidden_mistake(snapshot).name == "in-place"


def test_that_a_scenario_file_keeps_it_hidden() -> None:
    scenario = broken(XOR, CATALOGUE["no-mean"])
    assert Scenario.from_json(scenario.to_json()) == replace(scenario, name="")


def test_that_settings_with_which_it_could_not_be_made_are_refused_without_naming_it() -> None:
    session = hidden("output-slope-twice")
    wanted = replace(session.scenario, layers=(Layer(3, "tanh"), Layer(1, "tanh")), loss="half-squared")
    with pytest.raises(ScenarioError) as raised:
        session.change(wanted)
    assert "hidden mistake" in str(raised.value)
    assert "output-slope-twice" not in str(raised.value)
    assert CATALOGUE["output-slope-twice"].needs not in str(raised.value)


def test_that_other_settings_keep_it_hidden_and_keep_the_network() -> None:
    session = hidden("flipped-sign")
    rate = replace(session.scenario.optimiser, learning_rate=0.5)
    assert session.change(replace(session.scenario, optimiser=rate))
    assert session.snapshot().hides_mistakes


def test_that_once_it_is_reported_the_wrong_lines_show_in_the_past_too() -> None:
    session = hidden("flipped-sign")
    assert session.change(revealed(session.scenario))
    assert corrections(session.snapshot().program)
    session.seek(1)
    assert session.position.update == 1
    assert corrections(session.snapshot().program)
    session.to_newest()
    session.undo()
    assert session.snapshot().hides_mistakes


def test_that_without_a_mistake_nothing_is_hidden() -> None:
    assert not Session(replace(XOR, hides_mistakes=True)).snapshot().hides_mistakes


# Choosing and judging ------------------------------------------------------------------------------------------------


def test_that_a_seed_chooses_the_same_mistakes_and_every_possible_one_comes() -> None:
    data = Session(XOR).data
    chosen = [[choose(XOR, data, random).name for _ in range(200)] for random in map(np.random.default_rng, (1, 1))]
    assert chosen[0] == chosen[1]
    assert set(chosen[0]) == {mistake.name for mistake in choices(XOR, data)}


def test_that_the_same_mistake_does_not_come_twice_in_a_row() -> None:
    data, random = Session(XOR).data, np.random.default_rng(0)
    scenario = broken(XOR, CATALOGUE["no-mean"])
    assert "no-mean" not in {choose(scenario, data, random).name for _ in range(200)}


def test_that_other_mistakes_are_switched_off_when_something_is_broken() -> None:
    scenario = broken(replace(XOR, mistakes=("no-mean", "zero-weights")), CATALOGUE["flipped-sign"])
    assert scenario.mistakes == ("flipped-sign",)


def test_that_a_right_answer_counts_and_tells_how_it_could_be_seen() -> None:
    snapshot = hidden("flipped-sign").snapshot()
    state = answered(asked(QuizState()), snapshot, "flipped-sign")
    assert (state.outcome, state.found, state.asked) == ("found", 1, 1)
    assert state.answer is CATALOGUE["flipped-sign"]
    assert state.clue == clue(snapshot)


def test_that_a_wrong_answer_tells_nothing_but_that() -> None:
    state = answered(asked(QuizState()), hidden("flipped-sign").snapshot(), "no-mean")
    assert (state.outcome, state.found, state.asked) == ("wrong", 0, 1)
    assert state.guess is CATALOGUE["no-mean"]
    assert (state.answer, state.clue) == (None, "")


def test_that_giving_up_tells_and_does_not_count() -> None:
    state = given_up(asked(QuizState(2, 1)), hidden("zero-weights").snapshot())
    assert (state.outcome, state.found, state.asked) == ("given-up", 1, 3)
    assert state.answer is CATALOGUE["zero-weights"]


def test_that_one_that_was_hidden_in_a_file_counts_once_it_is_found() -> None:
    state = answered(QuizState(), hidden("no-mean").snapshot(), "no-mean")
    assert (state.found, state.asked) == (1, 1)


def test_that_a_mistake_with_the_very_same_lines_is_a_right_answer() -> None:
    # On sigmoid units another activation's derivative is 1 − A², and so is σ′ from memory.
    snapshot = hidden("one-minus-square", scenario=WORKED).snapshot()
    assert answered(QuizState(), snapshot, "wrong-derivative").outcome == "found"
    starts = hidden("zero-weights").snapshot()
    assert answered(QuizState(), starts, "stale-prediction").outcome == "wrong"
    assert answered(QuizState(), starts, "alike-weights").outcome == "wrong"


def test_that_without_a_hidden_mistake_there_is_none_to_name() -> None:
    with pytest.raises(ValueError, match="no mistake is hidden"):
        hidden_mistake(Session(replace(XOR, mistakes=("no-mean",))).snapshot())


# Switching -----------------------------------------------------------------------------------------------------------


def test_that_a_mistake_is_switched_on_and_off_and_others_stay() -> None:
    on = with_mistake(replace(XOR, mistakes=("no-mean",)), "flipped-sign", on=True)
    assert on.mistakes == ("no-mean", "flipped-sign")
    assert with_mistake(on, "no-mean", on=False).mistakes == ("flipped-sign",)


def test_that_of_two_starts_the_last_one_chosen_holds() -> None:
    scenario = with_mistake(replace(XOR, mistakes=("zero-weights", "no-mean")), "alike-weights", on=True)
    assert scenario.mistakes == ("no-mean", "alike-weights")


def test_that_each_wrong_line_knows_its_mistakes() -> None:
    program = Session(replace(XOR, mistakes=("flipped-sign", "half-factor", "no-mean"))).program
    assert [mistake.name for mistake in mistakes_at(program, "delta2")] == ["flipped-sign", "half-factor"]
    assert [mistake.name for mistake in mistakes_at(program, "dW1")] == ["no-mean"]
    assert mistakes_at(program, "Z1") == ()


def test_that_what_is_possible_depends_on_the_scenario() -> None:
    possible = {mistake.name for mistake in possible_in(XOR, Session(XOR).data)}
    assert "flipped-sign" in possible
    assert "leak-forgotten" not in possible
