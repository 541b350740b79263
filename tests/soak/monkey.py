"""A monkey in the window: keys, mouse, wheel, menus, fields, files, themes; and what must hold whatever it does."""

from __future__ import annotations

import gc
import os
import random
import tempfile
import threading
import traceback
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PyQt6 import sip
from PyQt6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt, QTimer
from PyQt6.QtGui import QContextMenuEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from nnviz.app.application import App, make_application
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.views.window.action_rows import ROWS

ORACLE_EVERY = 500
WARM = 5000
"""Actions after which memory is measured for the first time: by then every panel has been opened."""

NASTY = ("", " ", "nan", "1e999", "-1", "0", "3, 3", "1/0", "W1[0,0]", "abs(dW1).max() < 1e-6", "é" * 300, "\t", "7")
NAMES = [row.name for row in ROWS]
_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_F10, Qt.Key.Key_F5, Qt.Key.Key_F9),
)
_LEFT_OUT = ("quit", "check_code", "choose", "save_as", "export", "picture")
"""Actions that end the app, or open a window of the system or a process; files are opened and saved by themselves."""


@dataclass
class Outcome:
    """What a monkey did and found."""

    actions: int = 0
    failures: list[str] = field(default_factory=list)
    begin: float = 0.0
    end: float = 0.0


def megabytes() -> float:
    """Return the memory that this process takes now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Monkey:
    """Does one action after another on a window; the same ones for the same seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.draw = random.Random(seed)
        self.folder = folder
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", "en")
        settings.setValue("theme", "light")
        self.app = App(find_scenario("xor"), settings)
        self.outcome = Outcome()
        self.last: deque[str] = deque(maxlen=25)
        self.app._crash_reporter.fault_found.connect(self._note_fault)
        self.app.start()
        self.settle()

    # One action --------------------------------------------------------------------------------------------------

    def act(self) -> None:
        """Do one action."""
        kinds = (
            *([self._key] * 3 + [self._click] * 5 + [self._hover] * 2 + [self._wheel, self._drag, self._menu]),
            *([self._action] * 5 + [self._type, self._combo, self._resize, self._context, self._step, self._edit]),
            *(self._rebuild, self._file),
        )
        weights = [1.0] * (len(kinds) - 2) + [0.05, 0.3]
        kind = self.draw.choices(kinds, weights)[0]
        self._say(kind.__name__)
        kind()
        self.outcome.actions += 1
        self.settle()

    def settle(self) -> None:
        """Let Qt do what it has been asked to."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _say(self, text: str) -> None:
        self.last.append(f"{self.outcome.actions}: {text}")

    def _note_fault(self, summary: str, trace: str) -> None:
        self.fail(f"fault: {summary}\n{trace}")

    def fail(self, text: str) -> None:
        """Note what went wrong, and what had been done before."""
        if len(self.outcome.failures) < 50:
            self.outcome.failures.append(text + "\n  after\n    " + "\n    ".join(self.last))

    def _widgets(self, kind: type = QWidget) -> list:
        return [w for w in self.app.window.findChildren(kind) if w.isVisible() and w.width() > 2 and w.height() > 2]

    def _some(self, kind: type = QWidget):
        found = self._widgets(kind)
        return self.draw.choice(found) if found else None

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(self.draw.randrange(max(widget.width(), 1)), self.draw.randrange(max(widget.height(), 1)))

    def _key(self) -> None:
        key, modifier = (
            self.draw.choice(_KEYS),
            self.draw.choice(
                [Qt.KeyboardModifier.NoModifier] * 3
                + [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier]
            ),
        )
        target = QApplication.focusWidget() or self.app.window
        self._say(f"key {key.name} {modifier.name} on {type(target).__name__}")
        QTest.keyClick(target, key, modifier)

    def _target(self) -> QWidget | None:
        widget = self._some()
        if widget is not None:
            self._say(f"on {type(widget).__name__} {widget.objectName()} {widget.accessibleName()[:40]!r}")
        return widget

    def _click(self) -> None:
        widget = self._target()
        if isinstance(widget, QAbstractButton) and any(word in widget.text().lower() for word in ("file", "save", "…")):
            return  # a window of the system
        if widget is not None:
            QTimer.singleShot(0, self._close_modal)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=self._place(widget))

    def _hover(self) -> None:
        widget = self._target()
        if widget is not None:
            QTest.mouseMove(widget, self._place(widget))

    def _wheel(self) -> None:
        widget = self._target()
        if widget is None:
            return
        place = self._place(widget)
        turn = QPoint(0, self.draw.choice((-120, 120, 1200)))
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self.draw.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _drag(self) -> None:
        widget = self._target()
        if widget is None or isinstance(widget, QAbstractButton):
            return
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self._place(widget))
        if not sip.isdeleted(widget):
            QTest.mouseMove(widget, self._place(widget))
        if not sip.isdeleted(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self._place(widget))

    def _context(self) -> None:
        widget = self._target()
        if widget is None:
            return
        place = self._place(widget)
        QTimer.singleShot(0, self._close_modal)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)

    def _close_modal(self) -> None:
        """Choose something of an open menu, or close what waits for an answer."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()

    def _menu(self) -> None:
        menu = self.draw.choice(list(self.app.window.menus.values()))
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            actions = [action for action in menu.actions() if action.isEnabled() and action.data() is not None]
            if actions:
                action = self.draw.choice(actions)
                self._say(f"menu {action.text()!r}")
                action.trigger()

    def _action(self) -> None:
        actions = self.app.window.actions_by_name
        names = [name for name in NAMES if not any(name.startswith(left) for left in _LEFT_OUT)]
        names = [name for name in names if "open" not in name and name not in ("save", "run", "presentation")]
        name = self.draw.choice(names)
        self._say(f"action {name}")
        if actions[name].isEnabled():
            QTimer.singleShot(0, self._close_modal)
            actions[name].trigger()

    def _type(self) -> None:
        widget = self._some(self.draw.choice((QLineEdit, QLineEdit, QPlainTextEdit)))
        if widget is None or widget.isReadOnly() or not widget.isEnabled():
            return
        text = self.draw.choice(NASTY)
        self._say(f"type {text[:20]!r} into {widget.accessibleName()!r}")
        widget.setFocus()
        widget.selectAll()
        if isinstance(widget, QLineEdit):
            widget.insert(text)  # QTest types ASCII only
        else:
            widget.insertPlainText(text)
        if not sip.isdeleted(widget):
            QTest.keyClick(widget, self.draw.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def _combo(self) -> None:
        widget = self._some(QComboBox)
        if widget is not None and widget.count():
            index = self.draw.randrange(widget.count())
            self._say(f"choose {index} of {widget.accessibleName()!r}")
            widget.setCurrentIndex(index)
            widget.activated.emit(index)

    def _resize(self) -> None:
        self.app.window.resize(self.draw.randrange(300, 1700), self.draw.randrange(200, 1100))

    def _step(self) -> None:
        stepping = self.app.controller.stepping
        what = self.draw.choice(
            (
                stepping.step_line,
                stepping.step_update,
                stepping.step_epoch,
                stepping.step_back_line,
                stepping.step_back_update,
                stepping.to_newest,
            )
        )
        self._say(what.__name__)
        what()

    def _edit(self) -> None:
        session = self.app.controller.owner.session
        if self.draw.random() < 0.5:
            stepping = self.app.controller.stepping
            stepping.seek(self.draw.randrange(1, session.position.update + 40))
            return
        from nnviz.model.explain.cell import Cell

        names = [name for name in session.snapshot().values if name in session.scenario.network(1).parameters]
        if names:
            value = self.draw.choice((0.5, -1.0, "1/3", "nonsense", "1e300"))
            self.app.controller.editing.set_value(Cell(self.draw.choice(names), 0, 0), value)

    def _rebuild(self) -> None:
        preferences = self.app.preferences
        if self.draw.random() < 0.5:
            preferences.theme = self.draw.choice(("light", "dark"))
        else:
            preferences.language = self.draw.choice(("en", "zh_CN"))
        self.app.rebuild()

    def _file(self) -> None:
        if self.draw.random() < 0.6:
            name = self.draw.choice([n for n in shipped_scenarios() if "digit" not in n and "mnist" not in n])
            self._say(f"open {name}")
            self.app.documents.open_shipped(name)
        else:
            self.app.controller.owner.save(self.folder / "saved.nnviz", {})
            self.app.tools.open_dropped(self.folder / "saved.nnviz")

    # What must hold ----------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Compare: seek there and back, the snapshot and the session, saved and opened."""
        from nnviz.model.session_file.file import open_session, save_session

        owner = self.app.controller.owner
        owner.pause()
        session = owner.session
        self._same("the snapshot", owner.snapshot.values, session.snapshot().values)
        before = {name: value.copy() for name, value in session.snapshot().values.items()}
        at = session.position
        place = self.draw.randrange(1, max(at.update, 1) + 1)
        session.seek(place)
        session.seek(at.update, at.line)
        self._same(f"seek to {place} and back to {at}", before, session.snapshot().values)
        path = self.folder / "oracle.nnviz"
        try:
            save_session(session, path)
            again = open_session(path)
        except ModelError as error:
            self.fail(f"save and open: {error}")
            return
        self._same("save and open", before, again.session.snapshot().values)

    def _same(self, what: str, first, second) -> None:
        if set(first) != set(second):
            self.fail(f"{what}: other symbols: {set(first) ^ set(second)}")
            return
        for name, value in first.items():
            if not np.array_equal(value, second[name], equal_nan=True):
                self.fail(f"{what}: {name} differs")

    def things(self) -> tuple[int, int, int]:
        """Return how many top-level widgets, active timers and threads there are."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        timers = [timer for timer in self.app.findChildren(QTimer) if timer.isActive()]
        return len(QApplication.topLevelWidgets()), len(timers), threading.active_count()


def run(actions: int, seed: int) -> Outcome:
    """Let a monkey act; return what it did and found."""
    application = QApplication.instance() or make_application(["soak"])
    # A window of the system would wait for a person.
    for name in ("getOpenFileName", "getSaveFileName"):
        setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    with tempfile.TemporaryDirectory() as folder:
        monkey = Monkey(seed, Path(folder))
        outcome = monkey.outcome
        first = monkey.things()
        while outcome.actions < actions:
            try:
                monkey.act()
                if outcome.actions % ORACLE_EVERY == 0:
                    monkey.check()
            except Exception:  # noqa: BLE001 of the monkey's own call into the app: a defect as one in a slot is
                monkey.fail(traceback.format_exc())
                outcome.actions += 1
            if outcome.actions in (min(WARM, actions // 2), 1):
                gc.collect()
                outcome.begin, first = megabytes(), monkey.things()
        monkey.app.controller.owner.pause()
        monkey.settle()
        for what, before, now in zip(("widgets", "timers", "threads"), first, monkey.things(), strict=True):
            # A short run has not opened every menu and panel yet.
            if actions > 2 * WARM and now > before + 2:  # a tool tip, a warm-up
                monkey.fail(f"{what}: {before} at the beginning, {now} at the end")
        outcome.end = megabytes()
        monkey.app.dispose()
        application.sendPostedEvents(None, 0)
    return outcome
