"""A window that was rebuilt, for another theme or language, is gone with all its panels."""

import gc
import weakref
from collections.abc import Callable, Mapping

import pytest
from PyQt6.QtCore import QEvent
from PyQt6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app.application import App

Open = Callable[[str], App]


def use(app: App) -> Mapping[str, weakref.ref[QWidget]]:
    """Bring every panel to the front, run, and return what is to be gone later."""
    for name in app.window.panels.by_name():
        app.window.summon(name)
        QApplication.processEvents()
    app.controller.running.start()
    QApplication.processEvents()
    return {name: weakref.ref(part) for name, part in [("window", app.window), *app.window.panels.by_name().items()]}


@pytest.mark.parametrize(("menu", "key"), [("theme", "dark"), ("language", "zh_CN")])
def test_that_the_window_that_was_there_before_dies_with_its_panels(
    open_app: Open, qtbot: QtBot, menu: str, key: str
) -> None:
    app = open_app("xor")
    used = use(app)
    next(action for action in app.window.menus[menu].actions() if action.data() == key).trigger()
    qtbot.waitUntil(lambda: app.window is not used["window"]())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [name for name, part in used.items() if part() is not None] == []
