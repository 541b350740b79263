"""A monkey in the window: one action after another, drawn by lot, and what went wrong with each."""

from __future__ import annotations

import faulthandler
import importlib
import math
import pkgutil
import random
import time
import traceback
import warnings
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PyQt6 import sip
from PyQt6.QtCore import QEvent, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PyQt6.QtWidgets import QApplication

import nnviz
from nnviz.app.application import App, make_application
from nnviz.model.scenario.file import find_scenario
from tests.soak.errands import Errands
from tests.soak.hands import Hands
from tests.soak.oracle import differences
from tests.soak.residue import Residue, residue

ORACLE_EVERY = 500
MEASURED_EVERY = 2500
WARM = 5000
"""Actions after which memory is measured for the first time: by then everything has been imported and warmed up."""

LONGEST: Final = 600
"""Seconds after which an action hangs, or a measurement: that builds two windows, on a machine that may be busy."""

_LARGE: Final = 400
"""Parameters and samples above which the monkey opens something small: each action would take long."""

_TOLD: Final = 2
"""How often the same message of Qt is told."""

_MOST: Final = 50
"""Faults that are noted."""

_HARMLESS = ("This plugin does not support", "propagateSizeHints", "QFont::setPointSize", "Could not parse")


@dataclass
class Outcome:
    """What a monkey did and found, and what there was after the warm-up and at the end."""

    actions: int = 0
    faults: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    begin: float = 0.0
    end: float = 0.0
    resident: tuple[float, float] = (0.0, 0.0)


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
        # The window stays, although it may close.
        self.app.documents.close_allowed.disconnect()
        self.app.documents.close_allowed.connect(self._begin_again)
        self._messages: Counter[str] = Counter()
        self._dialogs = QTimer()
        self._dialogs.timeout.connect(self._close_dialog)
        self._dialogs.start(30)
        qInstallMessageHandler(self._note_message)
        # A warning of numpy is a number that nobody thought of.
        warnings.filterwarnings("error", category=RuntimeWarning, module="nnviz")
        self.app.start()
        self.settle()
        hands, errands = Hands(self.draw, self.app, self.say), Errands(self.draw, self.app, folder, self.say)
        self.errands = errands
        self._acts: dict[Callable[[], None], float] = {
            hands.key: 6,
            hands.click: 8,
            hands.hover: 5,
            hands.wheel: 3,
            hands.drag: 2,
            hands.menu: 0.7,
            hands.action: 3,
            hands.type: 2,
            hands.combo: 0.7,
            hands.resize: 0.3,
            hands.context: 1,
            errands.open_shipped: 0.2,
            errands.open_file: 0.2,
            errands.change_file: 0.1,
            errands.answer: 1,
            errands.quit: 0.1,
            errands.copy: 0.1,
            errands.show_panel: 0.3,
            errands.step: 1,
            errands.seek: 0.4,
            errands.edit: 0.4,
            errands.save_for_recovery: 0.1,
            errands.check_code: 0.03,
            errands.train_map: 0.03,
        }

    # One action --------------------------------------------------------------------------------------------------

    def act(self) -> None:
        """Do one action."""
        act = self.draw.choices(list(self._acts), list(self._acts.values()))[0]
        self.say(act.__name__)
        act()
        self.outcome.actions += 1
        self.settle()
        if self.outcome.actions % 10 == 0:
            self._keep_small()

    def settle(self) -> None:
        """Let Qt do what it has been asked to."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            if QApplication.activePopupWidget() is popup:
                popup.hide()
                break
            popup = QApplication.activePopupWidget()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _keep_small(self) -> None:
        """End a run that goes on for long, and open something small in place of what is large."""
        if self.app.controller.run_state.running and self.draw.random() < 0.5:
            self.app.controller.pause()
        snapshot = self.app.controller.snapshot
        size = sum(value.size for value in snapshot.parameters.values())
        if size > _LARGE or len(snapshot.targets[0]) > _LARGE:
            self.say("something smaller")
            self.app.controller.open_session(_small())

    def _begin_again(self) -> None:
        self.say("the window may close")
        self.app.documents.open_session(_small())

    def _close_dialog(self) -> None:
        """Close what waits for an answer in an event loop of its own."""
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if dialog is not None:
            self.say(f"close {type(dialog).__name__}")
            dialog.close()

    # What went wrong ---------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Note what is about to be done."""
        self.last.append(f"{self.outcome.actions}: {text}")

    def before(self) -> str:
        """Return what was done last."""
        return "\n  after\n    " + "\n    ".join(self.last)

    def fault(self, text: str) -> None:
        """Note a fault, and what had been done before."""
        if len(self.outcome.faults) < _MOST:
            self._note(self.outcome.faults, text)

    def _note_fault(self, summary: str, trace: str) -> None:
        self.fault(f"fault: {summary}\n{trace}")

    def _note_message(self, kind: QtMsgType, _: object, text: str | None) -> None:
        if kind != QtMsgType.QtDebugMsg and text and not any(each in text for each in _HARMLESS):
            self._messages[text] += 1
            if self._messages[text] <= _TOLD:
                self.fault(f"Qt says: {text}\n" + "".join(traceback.format_stack(limit=6)))

    def check(self) -> None:
        """Look for differences."""
        for found in differences(self.app, self.folder, self.draw):
            self._note(self.outcome.differences, found)

    def _note(self, found: list[str], text: str) -> None:
        found.append(text + self.before())
        print(found[-1], "\n", flush=True)  # not at the end alone, which is hours away

    def measure(self) -> Residue:
        """Return what there is."""
        return residue(self.app, self.settle)

    def end(self) -> None:
        """Close the window."""
        self._dialogs.stop()
        self.app.controller.owner.pause()
        self.app.dispose()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qInstallMessageHandler(None)


def _small():
    from nnviz.model.session.session import Session

    return Session(find_scenario("xor"))


def _import_everything() -> None:
    """Import what is imported when it is first asked for: a cluster's library alone takes 14 MB, whenever that is."""
    names = [module.name for module in pkgutil.walk_packages(nnviz.__path__, "nnviz.")]
    for name in (*names, "distributed"):
        if not name.endswith("__main__"):
            with suppress(ImportError):  # what needs a library that is not here
                importlib.import_module(name)


def run(actions: int, seed: int, folder: Path, log: Path, seconds: float = math.inf) -> Outcome:
    """Let a monkey act; return what it did and found.

    Parameters
    ----------
    actions, seed
        How many, and which.
    seconds
        How long at most.
    folder
        For its files.
    log
        Where the last actions are written, and where it hangs if it does: this process ends then.
    """
    _ = QApplication.instance() or make_application(["soak"])
    _import_everything()
    begun = time.monotonic()
    monkey = Monkey(seed, folder)
    outcome, first = monkey.outcome, None
    with log.open("w", encoding="utf-8") as file, monkey.errands.answered_dialogs():
        while outcome.actions < actions and (first is None or time.monotonic() < begun + seconds):
            at = outcome.actions
            faulthandler.dump_traceback_later(LONGEST, exit=True, file=file)
            try:
                monkey.act()
                if outcome.actions % ORACLE_EVERY == 0:
                    monkey.check()
            except Exception:  # noqa: BLE001 of the monkey's own call into the app: a defect as one in a slot is
                monkey.fault(traceback.format_exc())
                outcome.actions = at + 1
            file.seek(0)
            file.write(monkey.before())
            file.truncate()
            file.flush()
            if first is None and outcome.actions >= min(WARM, actions // 2):
                first = monkey.measure()
                print(f"seed {seed}, {outcome.actions} actions, the first value: {first.described}", flush=True)
            elif outcome.actions % MEASURED_EVERY == 0:
                now = monkey.measure()
                leaks = [] if first is None else now.leaks_since(first)
                print(f"seed {seed}, {outcome.actions} actions: {now.described}, {leaks or 'no leaks'}", flush=True)
        last = monkey.measure()
        faulthandler.cancel_dump_traceback_later()
    assert first is not None
    outcome.leaks += last.leaks_since(first)
    outcome.begin, outcome.end = first.memory, last.memory
    outcome.resident = first.resident, last.resident
    monkey.end()
    assert sip.isdeleted(monkey.app.window), "the window is to be deleted"
    return outcome
