"""The watches of the window follow its session."""

import math
from collections.abc import Iterator, Mapping
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.frame_budget import FRAME
from nnviz.controller.watches import Watches
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.session import Session
from nnviz.model.watches import following
from nnviz.model.watches.following import Watching
from nnviz.model.watches.watch import Watch, WatchCurve

NORM, LOSS = Watch("norm(dW1)"), Watch("L")


@pytest.fixture
def session() -> Session:
    return Session(find_scenario("xor"))


@pytest.fixture
def watches(qapp: object) -> Iterator[Watches]:
    made = Watches()
    yield made
    made.clear()
    assert not made.is_working


def heard(watches: Watches) -> list[Mapping[Watch, WatchCurve]]:
    curves: list[Mapping[Watch, WatchCurve]] = []
    watches.curves_changed.connect(curves.append)
    return curves


def wait(watches: Watches, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not watches.is_working)


def test_that_watches_are_held_in_order_once(watches: Watches) -> None:
    reported: list[tuple[Watch, ...]] = []
    watches.watches_changed.connect(reported.append)
    for watch in (NORM, LOSS, NORM):
        watches.add(watch)
    watches.move(LOSS, 0)
    watches.remove(NORM)
    watches.remove(NORM)
    watches.move(NORM, 0)
    assert reported == [(NORM,), (NORM, LOSS), (LOSS, NORM), (LOSS,)]
    assert watches.all == (LOSS,)


@pytest.mark.slow
def test_that_the_past_is_taken_in_while_events_go_on(watches: Watches, session: Session, qtbot: QtBot) -> None:
    session.step_update(2000)
    watches.follow(session)
    curves = heard(watches)
    watches.add(NORM)
    assert watches.is_working
    assert curves[-1][NORM].complete == 0
    wait(watches, qtbot)
    assert curves[-1][NORM].complete == 2001
    assert session.position.update == 2000


@pytest.mark.slow
def test_that_a_slice_of_the_past_is_shorter_than_a_frame(
    watches: Watches, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.step_update(5000)
    watches.follow(session)
    clock, slices, work = count(), [], Watching.work

    def counted(self: Watching, seconds: float) -> bool:
        begun = next(clock)
        more = work(self, seconds)
        slices.append(next(clock) - begun)
        return more

    # A clock that is read after each update: by it, one takes a millisecond.
    monkeypatch.setattr(following, "perf_counter", lambda: next(clock) / 1000)
    monkeypatch.setattr(Watching, "work", counted)
    watches.add(NORM)
    qtbot.waitUntil(lambda: bool(slices))
    assert watches.is_working
    assert 0 < max(slices) < 1000 * FRAME


def test_that_a_run_is_followed(watches: Watches, session: Session, qtbot: QtBot) -> None:
    watches.add(NORM)
    curves = heard(watches)
    watches.note_run_state(RunState(running=True))
    for _ in range(5):
        session.step_update(100)
        watches.follow(session)
    watches.note_run_state(RunState())
    assert curves[-1][NORM].reach == 501
    wait(watches, qtbot)
    assert curves[-1][NORM].complete == 501


def test_that_nothing_is_reported_and_nothing_runs_without_watches(watches: Watches, session: Session) -> None:
    curves = heard(watches)
    session.step_update(100)
    watches.follow(session)
    assert curves == []
    assert not watches.is_working


@pytest.mark.slow
def test_that_removing_the_last_watch_ends_the_work(watches: Watches, session: Session) -> None:
    session.step_update(5000)
    watches.follow(session)
    watches.add(NORM)
    watches.remove(NORM)
    assert not watches.is_working


def test_that_an_edit_in_the_past_shows_the_new_branch(watches: Watches, session: Session, qtbot: QtBot) -> None:
    session.step_update(100)
    watches.follow(session)
    curves = heard(watches)
    watches.add(Watch("W1[0, 0]"))
    wait(watches, qtbot)
    session.seek(50)
    session.set_value("W1", (0, 0), 7.0)
    watches.follow(session)
    wait(watches, qtbot)
    curve = curves[-1][Watch("W1[0, 0]")]
    assert len(curve.least) == 51
    assert curve.least[50] == 7.0
    session.undo()
    watches.follow(session)
    wait(watches, qtbot)
    assert curves[-1][Watch("W1[0, 0]")].complete == 101


def test_that_views_that_come_later_are_reported_everything(watches: Watches, session: Session, qtbot: QtBot) -> None:
    watches.follow(session)
    watches.add(LOSS)
    wait(watches, qtbot)
    reported: list[tuple[Watch, ...]] = []
    watches.watches_changed.connect(reported.append)
    curves = heard(watches)
    watches.announce()
    assert reported == [(LOSS,)]
    assert list(curves[-1]) == [LOSS]


def test_that_watches_come_back_from_a_file(watches: Watches) -> None:
    watches.add(NORM)
    watches.add(Watch("A2[0, 2] > 0.5"))
    plain = watches.to_plain()
    watches.clear()
    watches.from_plain(plain)
    assert watches.all == (NORM, Watch("A2[0, 2] > 0.5"))


@pytest.mark.parametrize("plain", [["norm(dW1)", "open('x')"], ["norm(dW1)", 3]])
def test_that_a_file_with_what_is_no_watch_changes_nothing(watches: Watches, plain: list[str]) -> None:
    watches.add(LOSS)
    with pytest.raises(ModelError):
        watches.from_plain(plain)
    assert watches.all == (LOSS,)


def test_that_values_that_are_not_finite_are_reported(watches: Watches, session: Session, qtbot: QtBot) -> None:
    session.step_update(3)
    watches.follow(session)
    curves = heard(watches)
    watches.add(Watch("log(L - L)"))
    wait(watches, qtbot)
    curve = curves[-1][Watch("log(L - L)")]
    assert curve.finite.tolist() == [True, False, False, False]
    assert all(map(math.isnan, curve.least))
