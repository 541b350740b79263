"""At 1280 × 720 every panel has its place: none makes the window larger, which would push the status bar out."""

from collections.abc import Callable

import pytest
from PyQt6.QtCore import QSettings
from PyQt6.QtWidgets import QApplication

from nnviz.app.application import App

Open = Callable[[str], App]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.sample(1)
def test_that_no_panel_in_front_makes_a_small_window_larger(open_app: Open, settings: QSettings, language: str) -> None:
    settings.setValue("language", language)
    window = open_app("xor").window
    for name in window.panels.by_name():
        window.docks.reset()
        window.resize(1280, 720)
        QApplication.processEvents()
        window.summon(name)
        QApplication.processEvents()
        assert (name, window.width(), window.height()) == (name, 1280, 720)
        assert window.panels.by_name()[name].isVisible()
        assert window.rect().contains(window.status.geometry()), name


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.sample(1)
def test_that_all_panels_together_make_a_small_window_no_larger(
    open_app: Open, settings: QSettings, language: str
) -> None:
    settings.setValue("language", language)
    window = open_app("xor").window
    window.resize(1280, 720)
    QApplication.processEvents()
    for name in window.panels.by_name():
        window.summon(name)
        QApplication.processEvents()
        assert (name, window.width(), window.height()) == (name, 1280, 720)
