"""The size of text is chosen in the View menu, and remembered."""

from collections.abc import Callable

import pytest
from PyQt6.QtCore import QSettings
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.app.preferences import Preferences

Open = Callable[..., App]


def test_that_text_and_what_is_as_large_as_it_grow_with_the_chosen_size(
    open_app: Open, qtbot: QtBot, settings: QSettings
) -> None:
    app = open_app("xor")
    height = app.window.transport.height()
    choices = {action.text(): action for action in app.window.menus["text_size"].actions()}
    assert choices["100 %"].isChecked()
    choices["150 %"].trigger()
    qtbot.waitUntil(lambda: app.window.transport.height() == 1.5 * height)
    QApplication.processEvents()
    assert Preferences(settings).text_size == 1.5


@pytest.mark.parametrize("stored", ["large", "0.1", "99", ""])
def test_that_a_damaged_size_is_as_none(settings: QSettings, stored: str) -> None:
    settings.setValue("text-size", stored)
    assert Preferences(settings).text_size == 1.0
