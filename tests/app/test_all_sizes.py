"""At every size, text size, theme and language: nothing in the transport is elided, the line with its matrices is seen.

A run of the tests has a sample in which each two of these meet; ``--exhaustive`` has all of them, and
``QT_SCALE_FACTOR=1.5`` before it has them on a screen with more pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

import pytest
from PyQt6.QtCore import QPoint, QRect, QSettings
from PyQt6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from nnviz.app.application import App
from nnviz.views.window.panel_rows import SHOWN_AT_FIRST
from tests.fixtures.window_cases import CASES, WindowCase

Open = Callable[..., App]

SIZES = ((1280, 720), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160))
TEXT_SIZES = (0.8, 1.0, 1.5)
LOOKS = tuple(product(TEXT_SIZES, ("light", "dark"), ("en", "zh_CN")))


def settle() -> None:
    for _ in range(2):
        QApplication.processEvents()


def in_window(widget: QWidget, rect: QRect | None = None) -> QRect:
    return (
        QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
        if rect is None
        else rect.translated(widget.mapTo(widget.window(), QPoint()))
    )


def covering(app: App) -> QRect:
    sheet = app.window.docks.sheet
    return in_window(sheet) if sheet.is_open else QRect()


def problems_of_transport(app: App) -> Iterator[str]:
    bar = app.window.transport
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and isinstance(w, QAbstractButton | QLabel)]
    for widget in shown:
        name = widget.objectName() or widget.text()
        if widget.text() and widget.width() < widget.minimumSizeHint().width():
            yield f"transport: {name} has {widget.width()} of {widget.minimumSizeHint().width()} pixels"
        if not app.window.rect().contains(in_window(widget)):
            yield f"transport: {name} is outside"
    for one, other in combinations([w for w in shown if w.parentWidget() is bar], 2):
        if one.geometry().intersects(other.geometry()):
            yield f"transport: {one} covers {other}"


def problems_of_strip(app: App) -> Iterator[str]:
    canvas = app.window.panels.strip.canvas
    if not canvas.isVisible():
        yield "strip: hidden"
        return
    port = canvas.viewport()
    seen = port.rect()
    arrangement = canvas.picture.arrangement
    wanted = [op for eq in canvas.picture.equations for op in (eq.result,)]
    if not arrangement.operands:
        yield "strip: nothing"
    for box in arrangement.operands:
        if not seen.contains(box.frame):
            yield f"strip: {box.operand.label} at {box.frame.getRect()} of {seen.getRect()}"
    if in_window(port).intersects(covering(app)):
        yield f"strip: covered by the sheet"


def problems_of_program(app: App) -> Iterator[str]:
    rows = app.window.panels.program.rows
    line = app.controller.snapshot.position.line or 1
    rect = rows.row_rect(line)
    if rect.isEmpty() or not rows.viewport().rect().contains(rect):
        yield f"program: line {line} at {rect.getRect()} of {rows.viewport().rect().getRect()}"
    if in_window(rows).intersects(covering(app)):
        yield "program: covered"


def geometry(app: App) -> dict[str, tuple[int, int, int, int]]:
    names = (*SHOWN_AT_FIRST, "images")
    made = app.window.panels.made()
    return {name: in_window(made[name]).getRect() for name in names if name in made and made[name].isVisible()}
