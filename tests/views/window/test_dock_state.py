"""States of docks are looked through before Qt restores them."""

import struct

import pytest
from PyQt6.QtCore import QByteArray, QSettings, Qt
from PyQt6.QtWidgets import QApplication, QDockWidget, QMainWindow

from nnviz.views.window.dock_state import is_sound
from nnviz.views.window.stored_state import store_state, stored_state


@pytest.fixture
def state(qapp: QApplication) -> bytes:
    """Return the state of a window with docks beside each other, in tabs, nested, hidden and floating."""
    window = QMainWindow()
    window.setDockNestingEnabled(True)
    docks = []
    for name in ("one", "two", "three", "four", "fünf"):
        docks.append(QDockWidget(window))
        docks[-1].setObjectName(name)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks[-1])
    window.splitDockWidget(docks[0], docks[1], Qt.Orientation.Horizontal)
    window.tabifyDockWidget(docks[1], docks[2])
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, docks[3])
    docks[3].hide()
    docks[4].setFloating(True)
    return window.saveState(3).data()


def test_that_what_qt_has_saved_is_sound(state: bytes) -> None:
    assert is_sound(state)
    assert is_sound(QMainWindow().saveState(1).data())


def test_that_no_part_of_it_is(state: bytes) -> None:
    assert [length for length in range(len(state)) if is_sound(state[:length])] == []


@pytest.mark.parametrize("junk", [b"", b"junk" * 50, bytes(300), b"\xff" * 300])
def test_that_junk_is_not(junk: bytes) -> None:
    assert not is_sound(junk)


@pytest.mark.parametrize("number", [-1, 10**6, 2**31 - 1, -(2**31)])
def test_that_a_number_of_docks_or_letters_that_cannot_be_is_not(state: bytes, number: int) -> None:
    areas, name = 9, state.index("one".encode("utf-16-be")) - 4
    for place in (areas, name):
        assert not is_sound(state[:place] + struct.pack(">i", number) + state[place + 4 :])


def test_that_what_was_stored_without_a_sum_is_looked_through(state: bytes, settings: QSettings) -> None:
    settings.setValue("panels", QByteArray(state))
    assert stored_state(settings, "panels", is_sound).state == state
    settings.setValue("panels", QByteArray(state[:-40]))
    assert stored_state(settings, "panels", is_sound) == (None, True)
    store_state(settings, "panels", QByteArray(state))
    assert stored_state(settings, "panels", is_sound) == (state, False)
