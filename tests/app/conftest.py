"""The whole app in a real window, with settings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.scenario.file import find_scenario


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "nnviz.ini"), QSettings.Format.IniFormat)
    made.setValue("theme", "light")
    made.setValue("language", "en")
    return made


@pytest.fixture
def open_app(qtbot: QtBot, settings: QSettings) -> Iterator[Callable[[str], App]]:
    """Give a function that opens the window on a scenario."""
    apps: list[App] = []

    def open_on(name: str = "xor") -> App:
        app = App(find_scenario(name), settings)
        apps.append(app)
        with qtbot.waitActive(app.window):
            app.start()
        return app

    yield open_on
    told = [app.window.notice.text() for app in apps if app.window.notice.isVisible()]
    for app in apps:
        app.dispose()
    # A defect in a view is told in the bar, and pytest would not hear of it.
    defects = [text for text in told if "defect" in text and "a defect for the test" not in text]
    assert defects == []
