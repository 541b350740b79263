"""How often the whole data is measured while a run is on.

An epoch of the scenario is 25 updates, and measured at its end in any case.
"""

from itertools import count, pairwise

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller import measuring_rate
from nnviz.controller.controller import Controller
from nnviz.controller.measuring_rate import SHARE, MeasuringRate
from nnviz.model.engine.metrics import Evaluator
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


@pytest.fixture
def session() -> Session:
    return Session(find_scenario("spiral"))


@pytest.fixture
def dear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring_rate, "COSTLY_WORK", 0.0)


def measured(session: Session, pictures: int) -> list[int]:
    """Return after which updates each of many pictures of a run was measured, on a clock that each look at moves on."""
    made, ticks = [], count()
    meters = MeasuringRate(lambda: float(next(ticks)))
    for _ in range(pictures):
        session.step_update()
        made.append(meters.snapshot(session))
    return [picture.metrics.update for picture in made]


def test_that_every_picture_is_measured_where_that_costs_little(session: Session) -> None:
    assert measured(session, 30) == list(range(1, 31))


def test_that_measuring_takes_its_share_of_the_time_where_it_is_dear(session: Session, dear: None) -> None:
    found = sorted(set(measured(session, 24)[2:]))
    gaps = {after - before for before, after in pairwise(found)}
    # A look at the clock takes 1, and so does measuring: it is done, rests 9 times as long, and is done again.
    assert gaps
    assert gaps <= {round(1 / SHARE) - 1, round(1 / SHARE)}


def test_that_a_picture_tells_after_which_update_it_was_measured(session: Session, dear: None) -> None:
    meters = MeasuringRate(lambda: 0.0)
    meters.snapshot(session)
    meters.due = 1.0
    exact = session.metrics
    session.step_update(5)
    picture = meters.snapshot(session)
    assert picture.is_measured_rarely
    assert picture.metrics == exact
    assert (picture.metrics.update, picture.position.completed) == (0, 5)


def test_that_what_was_measured_before_the_cursor_went_back_or_a_number_was_set_is_not_shown(
    session: Session, dear: None
) -> None:
    meters = MeasuringRate(lambda: 0.0)
    session.step_update(10)
    meters.snapshot(session)
    meters.due = 1.0
    session.step_back_update(3)
    assert meters.snapshot(session).metrics == session.metrics
    session.to_newest()
    session.set_value("W1", (0, 0), 2.0)
    assert meters.snapshot(session).metrics == session.metrics
    assert session.metrics.update == 10


def test_that_pausing_shows_what_is_exact(qtbot: QtBot, dear: None, monkeypatch: pytest.MonkeyPatch) -> None:
    controller = Controller(find_scenario("spiral"))
    shown = []
    controller.snapshot_changed.connect(shown.append)
    monkeypatch.setattr(controller.owner, "measuring", MeasuringRate(lambda: 0.0))
    controller.owner.measuring.due = 1.0
    controller.running.start()
    qtbot.waitUntil(lambda: len(shown) > 3)
    assert any(picture.metrics.update < picture.position.completed for picture in shown)
    controller.pause()
    assert shown[-1] is controller.snapshot
    assert not controller.snapshot.is_measured_rarely
    assert controller.snapshot.metrics == controller.owner.session.metrics
    assert controller.snapshot.metrics.update == controller.snapshot.position.completed


def test_that_sessions_that_are_compared_are_measured_in_every_picture(qtbot: QtBot, dear: None) -> None:
    controller = Controller(find_scenario("spiral"))
    controller.announce()
    controller.comparison.add_copy()
    controller.owner.measuring.due = float("inf")
    shown = []
    controller.snapshot_changed.connect(shown.append)
    controller.running.start()
    qtbot.waitUntil(lambda: len(shown) > 3)
    controller.pause()
    assert all(picture.metrics.update == picture.position.completed for picture in shown)
    controller.comparison.clear()


def test_that_going_back_by_lines_measures_the_same_parameters_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnviz.model.engine.metrics.COSTLY_WORK", 0.0)
    session = Session(find_scenario("spiral"))
    session.step_update(3)
    session.step_line(6)
    expected, runs = session.snapshot().metrics, []
    run = Evaluator.run
    monkeypatch.setattr(Evaluator, "run", lambda self: runs.append(1) or run(self))
    for _ in range(5):
        session.step_back_line()
        assert session.snapshot().metrics == expected
    assert runs == []
    session.step_back_update()
    assert session.metrics.update == 3
    session.step_back_update()
    assert session.metrics != expected
    assert runs
