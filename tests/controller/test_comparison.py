"""Rivals follow the session in the window, or run by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.controller.comparison import MOST, Comparison
from nnviz.controller.controller import Controller
from nnviz.model.breakpoints import LossBelow
from nnviz.model.comparison import ComparedSnapshots
from nnviz.model.comparison.variants import with_learning_rate, with_seed
from nnviz.model.data.batches import BatchSpec
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import save_session


class Window:
    """A session in the window, with what is compared with it."""

    def __init__(self, session: Session) -> None:
        self.session, self.comparison = session, Comparison()
        self.reported: list[ComparedSnapshots] = []
        self.problems: list[ModelError] = []
        self.comparison.compared_changed.connect(self.reported.append)
        self.comparison.problem_found.connect(self.problems.append)
        self.publish()

    def publish(self) -> None:
        """Announce where the session stands, and wait for those that catch up."""
        self.comparison.follow(self.session, self.session.snapshot())
        while self.comparison.is_working:
            QApplication.processEvents()

    def run(self, updates: int) -> None:
        """Run as the controller does: updates, what they took, and a frame."""
        self.session.step_update(updates)
        self.comparison.note_updates(updates, 1e-5 * updates)
        self.comparison.follow(self.session, self.session.snapshot())

    def add(self, *rates: float) -> tuple[int, ...]:
        for rate in rates:
            variant = with_learning_rate(self.session.scenario, rate)
            self.comparison.add_scenario(variant.scenario, variant.name)
        return self.comparison.keys

    @property
    def now(self) -> ComparedSnapshots:
        return self.reported[-1]

    @property
    def places(self) -> list[int]:
        return [entry.completed for entry in self.now.all]


@pytest.fixture
def xor() -> Scenario:
    return find_scenario("xor")


@pytest.fixture
def window(qapp: object, xor: Scenario) -> Iterator[Window]:
    made = Window(Session(xor))
    yield made
    made.comparison.clear()
    assert not made.comparison.is_working
    assert made.now.others == ()


def settle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.comparison.is_working)


# Which there are ----------------------------------------------------------------------------------------------------


def test_that_without_rivals_the_session_in_the_window_is_reported(window: Window) -> None:
    assert window.now.all == (window.now.main,)
    assert window.now.main.is_main


def test_that_rivals_have_names_and_colours_of_their_own(window: Window) -> None:
    window.add(1.0, 2.0, 1.0)
    assert [rival.name for rival in window.now.others] == ["η = 1", "η = 2", "η = 1 (2)"]
    assert [rival.place for rival in window.now.others] == [0, 1, 2]


def test_that_the_colour_of_one_taken_away_comes_back_and_the_others_keep_theirs(window: Window) -> None:
    keys = window.add(1.0, 2.0, 3.0)
    window.comparison.remove(keys[1])
    assert [rival.place for rival in window.now.others] == [0, 2]
    window.add(4.0)
    assert [rival.place for rival in window.now.others] == [0, 2, 1]
    assert len(set(window.comparison.keys)) == 3


def test_that_no_more_rivals_are_taken_than_have_colours(window: Window) -> None:
    window.add(*range(1, MOST + 1))
    assert not window.problems
    window.add(7.0)
    assert len(window.comparison.keys) == MOST
    assert len(window.problems) == 1


def test_that_a_scenario_that_cannot_be_run_is_reported_and_not_added(window: Window, xor: Scenario) -> None:
    window.comparison.add_scenario(replace(xor, loss="no-such-loss"), "")
    assert len(window.problems) == 1
    assert window.comparison.keys == ()


def test_that_a_session_file_is_compared_and_left_as_it_is(window: Window, xor: Scenario, tmp_path: Path) -> None:
    saved, path = Session(xor), tmp_path / "my run.nnviz"
    saved.step_update(70)
    save_session(saved, path)
    before = path.read_bytes()
    window.comparison.set_together(False)
    window.comparison.add_file(path)
    assert window.places == [0, 70]
    assert window.now.others[0].name == "my run"
    assert path.read_bytes() == before


def test_that_a_scenario_file_is_compared(window: Window, xor: Scenario, tmp_path: Path) -> None:
    replace(xor, title={"en": "Mine"}).save(tmp_path / "mine.json")
    window.comparison.add_file(tmp_path / "mine.json")
    assert window.now.others[0].snapshot.scenario.title == {"en": "Mine"}


def test_that_a_file_that_cannot_be_read_is_reported(window: Window, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    window.comparison.add_file(tmp_path / "broken.json")
    assert len(window.problems) == 1
    assert window.comparison.keys == ()


def test_that_a_copy_stands_where_the_session_stands_and_goes_its_own_way(window: Window) -> None:
    window.session.step_update(90)
    window.publish()
    window.comparison.add_copy()
    copy = window.now.others[0]
    assert copy.snapshot.values["W1"].tobytes() == window.session.value("W1").tobytes()
    window.comparison.set_together(False)
    window.comparison.step(copy.key)
    assert window.session.position.update == 90
    assert window.now.others[0].completed == 91


def test_that_another_branch_is_compared_at_the_same_update(window: Window) -> None:
    session = window.session
    session.step_update(100)
    session.seek(40)
    session.set_value("W1", (0, 0), 3.0)
    session.step_update(60)
    old = next(info.name for info in session.branches if info.name != session.branch)
    session.seek(70)
    window.publish()
    window.comparison.add_branch(old)
    rival = window.now.others[0]
    assert (rival.name, rival.completed) == (old, 70)
    session.switch_branch(old)
    session.seek(70)
    assert rival.losses[-1] == session.loss


def test_that_rivals_and_the_session_in_the_window_are_renamed(window: Window) -> None:
    (key,) = window.add(1.0)
    window.comparison.rename(key, " fast ")
    window.comparison.rename(0, "mine")
    assert [entry.name for entry in window.now.all] == ["mine", "fast"]


# Together -----------------------------------------------------------------------------------------------------------


def test_that_rivals_step_with_the_session(window: Window) -> None:
    window.add(1.0, 2.0)
    for _ in range(3):
        window.session.step_update()
        window.publish()
    assert window.places == [3, 3, 3]


def test_that_rivals_wait_between_updates_while_the_session_is_inside_one(window: Window) -> None:
    window.add(1.0)
    window.session.step_line(len(window.session.program) + 3)
    window.publish()
    rival = window.now.others[0].snapshot
    assert window.session.position.is_inside
    assert (rival.position.completed, rival.position.is_inside) == (1, False)


def test_that_a_run_moves_all_by_as_many_updates_before_it_goes_on(window: Window) -> None:
    window.add(1.0, 2.0)
    window.comparison.note_run_state(RunState(running=True))
    for updates in (1, 7, 50):
        window.run(updates)
        assert not window.comparison.is_working
    window.comparison.note_run_state(RunState(running=False))
    assert window.places == [58, 58, 58]


@pytest.mark.slow
def test_that_a_rival_added_late_catches_up_while_events_go_on(window: Window, qtbot: QtBot) -> None:
    window.session.step_update(6_000)
    window.publish()
    window.add(1.0)
    assert 0 < window.now.others[0].behind < 6_000
    assert window.comparison.is_working
    settle(window, qtbot)
    assert window.places == [6_000, 6_000]
    assert window.now.others[0].behind == 0


def test_that_rivals_go_back_and_forward_with_the_session_to_the_last_bit(window: Window, qtbot: QtBot) -> None:
    window.add(1.0)
    window.session.step_update(400)
    window.publish()
    settle(window, qtbot)
    losses = {400: window.now.others[0].losses[-1]}
    for update in (150, 0, 400):
        window.session.seek(update)
        window.publish()
        settle(window, qtbot)
        assert window.places == [update, update]
    assert window.now.others[0].losses[-1] == losses[400]


def test_that_a_restart_takes_the_rivals_to_their_start(window: Window) -> None:
    window.add(1.0)
    window.session.step_update(30)
    window.publish()
    window.session.restart()
    window.publish()
    assert window.places == [0, 0]
    assert len(window.now.others[0].losses) == 1


def test_that_what_a_rival_computes_is_what_it_computes_alone(window: Window, xor: Scenario) -> None:
    variant = with_seed(replace(xor, batch=BatchSpec(3, "shuffled")), 9)
    window.comparison.add_scenario(variant.scenario, variant.name)
    window.comparison.note_run_state(RunState(running=True))
    for updates in (1, 2, 5, 300, 11):
        window.run(updates)
    window.comparison.note_run_state(RunState(running=False))
    alone = Session(variant.scenario)
    alone.step_update(319)
    rival = window.now.others[0].snapshot
    assert rival.values["W1"].tobytes() == alone.value("W1").tobytes()


def test_that_other_settings_in_the_window_leave_the_rivals_theirs(window: Window, xor: Scenario) -> None:
    window.add(1.0)
    window.session.step_update(5)
    window.publish()
    window.session.change(replace(xor, batch=BatchSpec(1)))
    window.session.step_update(5)
    window.publish()
    assert window.places == [10, 10]
    assert window.now.others[0].snapshot.scenario.batch == xor.batch


def test_that_a_breakpoint_that_stops_the_session_stops_all(qapp: object, qtbot: QtBot, xor: Scenario) -> None:
    controller, comparison = Controller(xor), Comparison()
    session = controller.owner.session
    controller.snapshot_changed.connect(lambda snapshot: comparison.follow(session, snapshot))
    controller.run_state_changed.connect(comparison.note_run_state)
    reported: list[ComparedSnapshots] = []
    comparison.compared_changed.connect(reported.append)
    controller.announce()
    comparison.add_scenario(with_learning_rate(xor, 1.0).scenario)
    controller.breakpoints.add(LossBelow(0.3))
    with qtbot.waitSignal(controller.breakpoint_stops.stopped_at):
        controller.running.start()
    qtbot.waitUntil(lambda: not comparison.is_working)
    here = controller.snapshot.position.completed
    assert here > 0
    assert [entry.completed for entry in reported[-1].all] == [here, here]


# Apart --------------------------------------------------------------------------------------------------------------


def test_that_apart_each_has_its_own_steps(window: Window) -> None:
    first, second = window.add(1.0, 2.0)
    window.comparison.set_together(False)
    window.comparison.step(first)
    window.comparison.step(first)
    window.comparison.step(second)
    window.session.step_update(9)
    window.publish()
    assert window.places == [9, 2, 1]
    window.comparison.restart(first)
    assert window.places == [9, 0, 1]


def test_that_apart_a_rival_runs_until_it_is_stopped(window: Window, qtbot: QtBot) -> None:
    first, _ = window.add(1.0, 2.0)
    window.comparison.set_together(False)
    window.comparison.run(first)
    assert window.now.others[0].running
    qtbot.waitUntil(lambda: window.now.others[0].completed > 100)
    window.comparison.run(first)
    assert not window.comparison.is_working
    assert not window.now.others[0].running
    assert window.now.others[1].completed == 0


def test_that_a_run_of_its_own_keeps_to_the_speed(window: Window, qtbot: QtBot) -> None:
    (key,) = window.add(1.0)
    window.comparison.set_together(False)
    window.comparison.note_run_state(RunState(speed=5.0))
    window.comparison.run(key)
    qtbot.wait(500)
    window.comparison.run(key)
    assert 1 <= window.now.others[0].completed <= 6


def test_that_together_again_rivals_come_to_where_the_session_stands(window: Window, qtbot: QtBot) -> None:
    first, _ = window.add(1.0, 2.0)
    window.session.step_update(5)
    window.publish()
    window.comparison.set_together(False)
    window.comparison.run(first)
    qtbot.waitUntil(lambda: window.now.others[0].completed > 50)
    window.comparison.set_together(True)
    settle(window, qtbot)
    assert window.places == [5, 5, 5]
    assert not any(rival.running for rival in window.now.others)


def test_that_a_rival_taken_away_while_it_runs_runs_no_more(window: Window) -> None:
    (key,) = window.add(1.0)
    window.comparison.set_together(False)
    window.comparison.run(key)
    window.comparison.remove(key)
    assert not window.comparison.is_working
    assert window.comparison.keys == ()


# In the window ------------------------------------------------------------------------------------------------------


def test_that_exchanging_twice_gives_everything_back(window: Window) -> None:
    (key,) = window.add(1.0)
    window.session.step_update(40)
    window.publish()
    mine, losses = window.session, [entry.losses[-1] for entry in window.now.all]
    window.session, left = window.comparison.exchange(key, mine, "a file")
    window.publish()
    assert left is None
    assert [entry.name for entry in window.now.all] == ["η = 1", ""]
    assert [entry.losses[-1] for entry in window.now.all] == losses[::-1]
    window.session, left = window.comparison.exchange(key, window.session, "another")
    window.publish()
    assert left == "a file"
    assert window.session is mine
    assert [entry.losses[-1] for entry in window.now.all] == losses


def test_that_a_session_that_changes_places_with_one_that_runs_stays_where_it_is(window: Window, qtbot: QtBot) -> None:
    (key,) = window.add(1.0)
    window.comparison.set_together(False)
    window.comparison.run(key)
    qtbot.waitUntil(lambda: window.now.others[0].completed > 20)
    mine = window.session
    window.session, _ = window.comparison.exchange(key, mine)
    window.publish()
    assert not window.comparison.is_working
    assert mine.position.update == 0
    assert window.now.others[0].behind == 0


def test_that_another_scenario_in_the_window_leaves_the_rivals_and_has_its_own_name(
    window: Window, qtbot: QtBot
) -> None:
    (key,) = window.add(1.0)
    window.comparison.rename(0, "mine")
    window.session.step_update(40)
    window.publish()
    window.session = Session(find_scenario("sine"))
    window.publish()
    assert window.now.main.name == ""
    assert window.comparison.keys == (key,)
    assert window.places == [0, 0]
