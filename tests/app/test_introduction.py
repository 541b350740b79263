"""The first run: XOR line by line, then until all samples are right; any key or click takes over."""

from collections.abc import Callable

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.app import introduction
from nnviz.app.application import App
from nnviz.model.session.available_commands import FASTEST

Open = Callable[..., App]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(introduction, "LINES", 60.0)
    monkeypatch.setattr(introduction, "UPDATES", 2000.0)


def test_that_it_goes_line_by_line_then_to_four_of_four_and_pauses(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.introduce_once()
    captions: list[str] = []
    app.controller.snapshot_changed.connect(lambda _: captions.append(app.window.caption.text()))
    assert app.introduction.is_on
    qtbot.waitUntil(lambda: "4 of 4" in app.window.caption.text())
    assert not app.controller.run_state.running
    shown = list(dict.fromkeys(text.partition(":")[0] for text in captions))
    assert shown[:4] == ["Forward", "Loss", "Backward", "Update"]
    now = app.controller.snapshot
    assert now.metrics.train_right == 4
    QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Left)
    assert not app.introduction.is_on
    assert not app.window.caption.isVisible()
    assert app.controller.snapshot.position.completed < now.position.completed or app.controller.snapshot.position.line
    assert (app.controller.run_state.line_speed, app.controller.run_state.speed) == (None, FASTEST)
    again = open_app("xor")
    again.introduce_once()
    assert not again.introduction.is_on, "it is shown once"
    again.window.actions_by_name["introduction"].trigger()
    assert again.introduction.is_on


@pytest.mark.parametrize("card", ["watch", "step", "debug"])
def test_that_a_card_does_what_it_says(open_app: Open, qtbot: QtBot, card: str) -> None:
    app = open_app("xor")
    app.introduction.begin()
    qtbot.waitUntil(lambda: app.controller.snapshot.position.line >= 2)
    qtbot.mouseClick(app.window.caption.cards[card], Qt.MouseButton.LeftButton)
    assert app.introduction.is_on is (card == "watch")
    if card == "step":
        assert not app.controller.run_state.running
        assert app.controller.snapshot.position.line >= 3
    elif card == "debug":
        assert app.tools.own_code.is_open
