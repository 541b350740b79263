"""Which engine runs what is part of the past; here the other engine is numpy under its name, so that none is needed."""

from dataclasses import replace

import pytest

from nnviz import Scenario
from nnviz.model.engine.engines import chosen_engine
from nnviz.model.errors import ModelError
from nnviz.model.history import editing, runner
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

ADAM = OptimiserSpec("adam", 0.05)


@pytest.fixture
def two_engines(monkeypatch) -> None:
    """Make ``compiled`` available at once."""
    for module in (runner, editing):
        monkeypatch.setattr(module, "engine_for", lambda prepared, choice: choice)
    monkeypatch.setattr(runner, "kernel_for", lambda prepared, engine: None)


def bits(session: Session) -> dict[str, bytes]:
    return {name: session.value(name).tobytes() for name in session.symbols if session.is_computed(name)}


@pytest.fixture
def switched(two_engines) -> Session:
    """Return a session after update 30 of spiral with Adam, which continues with another engine."""
    session = Session(replace(Scenario.load("spiral"), optimiser=ADAM))
    session.step_update(30)
    session.choose_engine("compiled")
    session.use_chosen_engine()
    return session


def test_that_the_update_on_the_screen_stays_there_when_another_engine_goes_on(two_engines):
    session = Session(Scenario.load("spiral"))
    session.step_update(30)
    before, position = bits(session), session.position
    session.choose_engine("compiled")
    session.use_chosen_engine()
    assert session.engine == "compiled"
    assert session.position == position
    assert bits(session) == before
    session.use_chosen_engine()
    assert session.branches[0].edits == 0
    session.step_line()
    assert (session.position.update, session.position.line) == (31, 1)


@pytest.mark.parametrize("later", [0, 20])
def test_that_seeking_to_the_update_after_which_another_engine_goes_on_shows_all_of_it(switched, later):
    there, lines = bits(switched), len(switched.program)
    switched.step_update(later)
    end, newest = bits(switched), switched.newest_place
    for line in (None, lines):
        switched.seek(12)
        switched.seek(30, line)
        assert (switched.position.update, switched.position.line) == (30, lines)
        assert bits(switched) == there
        assert switched.marks == ()
        switched.step_line(3)
        switched.step_back_line(3)
        assert bits(switched) == there
        switched.step_update(later)
        if later:
            assert bits(switched) == end
    switched.to_newest()
    assert switched.newest_place >= newest


def test_that_another_engine_changes_no_number_of_a_run_with_optimiser_state(switched):
    switched.step_update(45)
    straight = Session(replace(Scenario.load("spiral"), optimiser=ADAM))
    straight.step_update(75)
    assert bits(switched) == bits(straight)
    assert list(switched.loss_curve.train) == list(straight.loss_curve.train)


def test_that_a_value_set_where_another_engine_goes_on_is_replayed_by_that(switched):
    switched.set_value("W1", (0, 0), 0.25)
    assert switched.position.line == len(switched.program)
    switched.step_update(20)
    end = bits(switched)
    switched.seek(31)
    assert switched.engine == "compiled"
    switched.seek(29)
    assert switched.engine == "numpy"
    switched.to_newest()
    assert bits(switched) == end
    switched.undo()
    switched.redo()
    assert bits(switched) == end


def test_that_settings_chosen_where_another_engine_goes_on_apply_from_its_first_update(switched):
    switched.change(replace(switched.snapshot().scenario, optimiser=replace(ADAM, learning_rate=0.01)))
    assert switched.position.line == 0
    switched.step_update(5)
    end = bits(switched)
    switched.seek(3)
    switched.to_newest()
    assert bits(switched) == end
    assert len(switched.marks) == 1


@pytest.mark.parametrize("later", [0, 10])
def test_that_a_session_is_opened_where_another_engine_goes_on(switched, tmp_path, later):
    there = bits(switched)
    switched.step_update(later)
    switched.seek(30)
    save_session(switched, tmp_path / "run.nnviz", {})
    opened = open_session(tmp_path / "run.nnviz")
    assert opened.difference == 0.0
    assert bits(opened.session) == there
    assert opened.session.marks == ()
    assert opened.session.branches[0].edits == 0


def test_that_what_the_environment_asks_for_is_checked(monkeypatch):
    monkeypatch.setenv("NNVIZ_ENGINE", "cuda")
    with pytest.raises(ModelError, match=r"NNVIZ_ENGINE.*found 'cuda'; accepted: numpy, compiled, fastest"):
        chosen_engine()
