"""The strip shows how far the update on the screen has run, offers to run on to a line, and holds still while it runs."""

import gc
import weakref
from dataclasses import replace
from itertools import pairwise

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QColor, QHelpEvent, QShortcut
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from nnviz.model.scenario import Scenario
from nnviz.model.scenario_file import find_scenario
from nnviz.model.session import Session
from nnviz.model.snapshot import Snapshot
from nnviz.views.theme import DARK, LIGHT
from nnviz.views.timeline import TimelineBar


def moment(name: str, updates: int = 0, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(name))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def at_update(snapshot: Snapshot, update: int) -> Snapshot:
    return replace(snapshot, position=replace(snapshot.position, update=update, epoch=update))


@pytest.fixture
def shown(qtbot):
    def show(snapshot: Snapshot, theme=LIGHT, width: int = 1424) -> TimelineBar:
        bar = TimelineBar(theme)
        qtbot.addWidget(bar)
        bar.resize(width, bar.height())
        bar.show()
        qtbot.waitExposed(bar)
        bar.show_snapshot(snapshot)
        return bar

    return show


def middle(bar: TimelineBar, line: int) -> QPoint:
    return bar.segment(line).center().toPoint()


def colour(bar: TimelineBar, line: int) -> QColor:
    return bar.grab().toImage().pixelColor(middle(bar, line))


def asked(bar: TimelineBar) -> list[int]:
    lines: list[int] = []
    bar.line_run_requested.connect(lines.append)
    return lines


def paints(bar: TimelineBar) -> int:
    """Count how many pixels differ between what stands on the screen now and after all was painted anew."""
    before = bar.grab().toImage()
    bar.repaint()
    return before != bar.grab().toImage()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_lines_that_have_run_are_filled_and_the_newest_has_the_amber_ring(shown, theme) -> None:
    bar = shown(moment("xor", 159, 9), theme)
    assert colour(bar, 1) == colour(bar, 9) == QColor(theme.accent)
    assert colour(bar, 10) == colour(bar, 15) == QColor(theme.border)
    newest = bar.segment(9)
    ring = {bar.grab().toImage().pixelColor(x, middle(bar, 9).y()).name() for x in range(bar.width())}
    assert QColor(theme.now_mark).name() in ring
    reach = [x for x in range(bar.width()) if bar.grab().toImage().pixelColor(x, middle(bar, 9).y()) == QColor(theme.now_mark)]
    assert newest.left() < min(reach) < newest.right() < max(reach) < newest.right() + theme.px(10)
