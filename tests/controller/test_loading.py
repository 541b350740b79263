"""What takes long to load is loaded in the background: the newest request only, reported when it takes long."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller import loading
from nnviz.controller.loading import Loader
from nnviz.model.background.interruption import check_interrupted
from nnviz.model.errors import ModelError


class Slow:
    """A job that waits until it is let go, or asked to stop."""

    def __init__(self, made: object) -> None:
        self.go, self.begun = threading.Event(), threading.Event()
        self.was_stopped = False
        self._made = made

    def __call__(self) -> object:
        self.begun.set()
        self.was_stopped = True
        while not self.go.wait(0.002):
            check_interrupted()
        self.was_stopped = False
        if isinstance(self._made, Exception):
            raise self._made
        return self._made


class Reported:
    """What has been reported."""

    def __init__(self) -> None:
        self.taken: list[object] = []
        self.refused: list[ModelError] = []
        self.waiting: list[bool] = []


@pytest.fixture
def reported() -> Reported:
    return Reported()


@pytest.fixture
def loader(qtbot: QtBot, reported: Reported, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loader]:
    monkeypatch.setattr(loading, "PATIENCE", 20)
    made = Loader()
    made.waiting_changed.connect(reported.waiting.append)
    yield made
    made.end()


def load(loader: Loader, reported: Reported, job: Callable[[], object], *, at_once: bool = False) -> None:
    loader.load(job, reported.taken.append, reported.refused.append, at_once=at_once)


def test_that_what_takes_little_is_there_at_once_and_reported_to_nobody(loader: Loader, reported: Reported) -> None:
    load(loader, reported, lambda: 7, at_once=True)
    assert reported.taken == [7]
    assert not loader.is_busy
    assert reported.waiting == []


def test_that_what_takes_long_is_reported_until_it_is_there(loader: Loader, reported: Reported, qtbot: QtBot) -> None:
    slow = Slow("made")
    load(loader, reported, slow)
    qtbot.waitUntil(lambda: reported.waiting == [True])
    assert loader.is_busy
    slow.go.set()
    qtbot.waitUntil(lambda: reported.taken == ["made"])
    assert reported.waiting == [True, False]


def test_that_a_newer_request_replaces_the_older_ones(loader: Loader, reported: Reported, qtbot: QtBot) -> None:
    slow = [Slow(number) for number in range(3)]
    load(loader, reported, slow[0])
    assert slow[0].begun.wait(5)
    load(loader, reported, slow[1])
    load(loader, reported, slow[2])
    slow[2].go.set()
    qtbot.waitUntil(lambda: reported.taken == [2])
    assert slow[0].was_stopped
    assert not slow[1].begun.is_set()


def test_that_what_is_cancelled_is_stopped_and_never_taken(loader: Loader, reported: Reported, qtbot: QtBot) -> None:
    slow = Slow("made")
    load(loader, reported, slow)
    qtbot.waitUntil(lambda: reported.waiting == [True])
    loader.cancel()
    assert reported.waiting == [True, False]
    loader.end()
    assert slow.was_stopped
    qtbot.wait(20)
    assert reported.taken == []


def test_that_an_error_is_given_and_what_follows_is_fetched(loader: Loader, reported: Reported, qtbot: QtBot) -> None:
    error = ModelError("to read it", "", "nothing", "something")
    slow = Slow(error)
    slow.go.set()
    load(loader, reported, slow)
    qtbot.waitUntil(lambda: reported.refused == [error])
    load(loader, reported, lambda: 7)
    qtbot.waitUntil(lambda: reported.taken == [7])


def test_that_what_is_fetched_at_the_end_is_waited_for_and_dropped(
    loader: Loader, reported: Reported, qtbot: QtBot
) -> None:
    slow = Slow("made")
    load(loader, reported, slow)
    assert slow.begun.wait(5)
    loader.end()
    assert slow.was_stopped
    assert not loader.is_busy
