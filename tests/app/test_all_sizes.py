"""At every size, text size, theme and language: nothing in the transport is elided, the lit line's strip is seen.

A run of the tests has a sample, in which each two of these meet; ``--exhaustive`` has all of them, and
``QT_SCALE_FACTOR=1.5`` before it has them on a screen with more pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from PyQt6.QtCore import QPoint, QRect, QSettings
from PyQt6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from nnviz.app.application import App
from nnviz.views.window.panel_rows import DRAWER, SHEET
from tests.fixtures.window_cases import CASES, WindowCase

Open = Callable[..., App]
Rect = tuple[int, int, int, int]

SIZES = ((1280, 720), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160))
LOOKS = tuple(product((0.8, 1.0, 1.5), ("light", "dark"), ("en", "zh_CN")))
SAMPLE = "0.8-light-en", "0.8-dark-zh_CN", "1.0-light-zh_CN", "1.0-dark-en", "1.5-light-en", "1.5-dark-zh_CN"

SIZES_OF_TOOLS = SIZES[0], SIZES[2]
"""At which they are in the sample: the narrowest, and one with more room."""
LINES = 2
"""How many lines of a case are in the sample."""

_ROOM_BESIDE_A_SHEET = 1250
"""The width at scale 1 from which on there is room for program, strip and sheet side by side."""
_AXIS = 4
"""Pixels across, at most, of the inspector's axis."""
_SMALL = 8
"""A network with no layer and no batch larger than this has all of a line's matrices on the screen."""


def moments(place: int, *, everything: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """Return what is shown in a window, and at which sizes: in all windows together each case has each size."""
    for number, (name, case) in enumerate(CASES.items()):
        for at, size in enumerate(SIZES):
            sampled = (number + at) % len(SAMPLE) == place and (not case.tool or size in SIZES_OF_TOOLS)
            if everything or sampled or (name == "xor" and at == place % len(SIZES)):
                yield name, size


def settle(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    for _ in range(2):
        QApplication.processEvents()
    assert (app.window.width(), app.window.height()) == size


def in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def sheet_of(app: App) -> QRect:
    sheet = app.window.docks.sheet
    return in_window(sheet) if sheet.is_open else QRect()


def layout_of(app: App) -> dict[str, Rect]:
    made = app.window.panels.made().items()
    hovering = (DRAWER, *SHEET)
    return {name: in_window(panel).getRect() for name, panel in made if panel.isVisible() and name not in hovering}


def faults_of_transport(app: App) -> Iterator[str]:
    bar = app.window.transport
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and isinstance(w, QAbstractButton | QLabel)]
    assert sum(isinstance(widget, QAbstractButton) for widget in shown) >= 9
    for widget in shown:
        wanted, name = widget.minimumSizeHint().width(), widget.objectName() or widget.text()
        if widget.text() and widget.width() < wanted:
            yield f"in the transport {name} has {widget.width()} of {wanted} pixels"
        if not in_window(bar).contains(in_window(widget)):
            yield f"{name} is outside of the transport"
    for one, other in combinations([widget for widget in shown if widget.parentWidget() is bar], 2):
        if one.geometry().intersects(other.geometry()):
            yield f"in the transport {one.text()} covers {other.text()}"


def is_small(app: App) -> bool:
    now = app.controller.snapshot
    return max(*now.network.sizes, len(now.batch)) <= _SMALL


def faults_of_strip(app: App) -> Iterator[str]:
    canvas = app.window.panels.strip.canvas
    seen, picture = canvas.viewport().rect(), canvas.picture
    shown = [box.operand for box in picture.arrangement.operands]
    for equation in picture.equations:
        if equation.result not in shown:
            yield f"{equation.result.label} is not in the strip"
    for box in picture.arrangement.operands:
        if (box.is_result or is_small(app)) and not seen.contains(box.frame):
            yield f"{box.operand.label} is at {box.frame.getRect()}, of the strip {seen.getRect()} is seen"
    wide = app.window.width() >= _ROOM_BESIDE_A_SHEET * app.preferences.text_size
    if wide and in_window(canvas).intersects(sheet_of(app)):
        yield "the sheet covers the strip"


def faults_of_program(app: App) -> Iterator[str]:
    rows = app.window.panels.program.rows
    lit = rows.row_rect(app.controller.snapshot.position.line or 1)
    seen = rows.viewport().rect()
    if lit.isEmpty() or not seen.contains(lit):
        yield f"the lit row is at {lit.getRect()}, of the program {seen.getRect()} is seen"
    if in_window(rows).intersects(sheet_of(app)):
        yield "the sheet covers the program"


def faults_of_inspector(app: App) -> Iterator[str]:
    view = app.window.panels.inspector.page_view
    image = view.viewport().grab().toImage()
    lowest = Counter(image.pixelColor(x, image.height() - 1).name() for x in range(image.width()))
    # The axis of the bars is a line from row to row.
    if lowest.total() - max(lowest.values()) > _AXIS:
        yield "the inspector's edge cuts a line of text"


def faults(app: App, case: WindowCase, lines: int | None) -> Iterator[str]:
    for line in case.lines[:lines] or (0,):
        if line:
            case.at_line(app, line)
        found = (*faults_of_strip(app), *faults_of_program(app))
        yield from (f"line {app.controller.snapshot.position.line}: {fault}" for fault in found)
    yield from faults_of_transport(app)
    yield from faults_of_inspector(app)


@pytest.fixture(scope="module")
def layouts() -> dict[object, dict[str, Rect]]:
    """What the layout at a size was in the window that first had it."""
    return {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
@pytest.mark.sample(len(SAMPLE), *SAMPLE)
def test_that_nothing_is_cut_at_any_size_and_the_same_size_has_the_same_layout_whatever_came_before(
    open_app: Open, settings: QSettings, layouts: dict[object, dict[str, Rect]], request: pytest.FixtureRequest, look
) -> None:
    text_size, theme, language = look
    for key, value in (("text-size", text_size), ("theme", theme), ("language", language)):
        settings.setValue(key, value)
    everything = request.config.getoption("exhaustive")
    name = "-".join(map(str, look))
    app = open_app("xor")
    app.window.setUpdatesEnabled(False)  # what is painted is painted for other tests
    found: list[str] = []
    for case, size in moments(SAMPLE.index(name) if name in SAMPLE else 0, everything=everything):
        CASES[case].show(app)
        settle(app, size)
        found += [f"{case} at {size}: {fault}" for fault in faults(app, CASES[case], None if everything else LINES)]
        has_images = app.controller.snapshot.data.image_shape is not None
        key = size, text_size, CASES[case].tool, has_images
        layout = layout_of(app)
        if layouts.setdefault(key, layout) != layout:
            found.append(f"{case} at {size} has another layout than before: {layouts[key]}, {layout}")
    assert found == []


def test_that_each_two_of_size_look_and_case_meet_in_the_sample() -> None:
    met: Counter[object] = Counter()
    for place, name in enumerate(SAMPLE):
        look = name.split("-")
        met.update(combinations(look, 2))
        for case, size in moments(place, everything=False):
            met.update([(case, size)])
    parts = [["0.8", "1.0", "1.5"], ["light", "dark"], ["en", "zh_CN"]]
    for one, other in combinations(parts, 2):
        assert all(met[pair] for pair in product(one, other))
    tools = [name for name, case in CASES.items() if case.tool]
    assert all(met[pair] for pair in product(set(CASES) - set(tools), SIZES))
    assert all(met[pair] for pair in product(tools, SIZES_OF_TOOLS))
