"""The one rule for which commands are possible."""

from dataclasses import replace

import pytest

from nnviz import Scenario
from nnviz.model.session.available_commands import Command, RunState, possible
from nnviz.model.session.session import Session

FORWARD = {Command.LINE, Command.UPDATE, Command.EPOCH}


@pytest.fixture
def session():
    return Session(Scenario.load("xor"))


def test_that_at_the_start_one_can_only_go_forward(session):
    assert possible(session.snapshot(), RunState()) == FORWARD | {Command.RUN}


@pytest.mark.parametrize("lines", [1, 15, 16])
def test_that_one_can_restart_as_soon_as_a_line_has_run(session, lines):
    session.step_line(lines)
    assert Command.RESTART in possible(session.snapshot(), RunState())


def test_that_one_can_restart_after_a_change_of_settings(session):
    session.step_update(3)
    session.change(replace(session.scenario, train_biases=False))
    assert Command.RESTART in possible(session.snapshot(), RunState())


def test_that_a_run_can_be_paused_and_stepped_but_not_begun_again(session):
    commands = possible(session.snapshot(), RunState(running=True))
    assert commands == FORWARD | {Command.PAUSE}


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (RunState(undo="Learning rate"), Command.UNDO),
        (RunState(redo="Learning rate"), Command.REDO),
        (RunState(follows=False), Command.FOLLOW),
    ],
)
def test_that_what_there_is_to_take_back_can_be_taken_back(session, state, command):
    assert command in possible(session.snapshot(), state)
    assert command not in possible(session.snapshot(), RunState())
