"""The window's actions, made from their rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PyQt6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.available_commands import Command, RunState, possible
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, icon
from nnviz.views.translation import translate_model
from nnviz.views.window.action_rows import CHECKABLE, ROWS, ActionRow


class Actions:
    """The window's actions by name.

    Parameters
    ----------
    window
        Owns the actions; their keys work wherever the focus is in it.
    theme
        For the icons.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._theme = theme
        self._actions = {row.name: _make(row, window, theme) for row in ROWS}
        self._possible: frozenset[Command] | None = None
        self._state: RunState | None = None

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect actions to slots."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def show_state(self, snapshot: Snapshot, state: RunState) -> None:
        """Enable the actions that are possible now, and show what would be undone."""
        self.show_possible(possible(snapshot, state), state)

    def show_possible(self, now: frozenset[Command], state: RunState) -> None:
        """Enable these commands' actions, and show what would be undone."""
        if now != self._possible:
            self._possible = now
            for row in ROWS:
                if row.commands:
                    self._actions[row.name].setEnabled(any(command in now for command in row.commands))
        if state == self._state:
            return
        self._state = state
        run = self._actions["run"]
        _set_text(run, _translated("&Pause") if state.can_pause else _translated("&Run"))
        run.setIcon(icon("pause" if state.can_pause else "run", self._theme))
        for name, plain, what in (("undo", "&Undo", state.undo), ("redo", "&Redo", state.redo)):
            self._actions[name].setText(
                _translated(plain) if what is None else f"{_translated(plain)}: {translate_model(what)}"
            )


# Found by the translation tools; "&Pause" is in no row.
_PAUSE = QT_TRANSLATE_NOOP("Actions", "&Pause")


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def plain_text(text: str) -> str:
    """Return a menu text without its mnemonic: ``&Line`` → ``Line``, ``行(&L)`` → ``行``."""
    return re.sub(r"\(&.\)|&", "", text)


def run_texts() -> tuple[str, ...]:
    """Return every text of the run button."""
    return plain_text(_translated("&Run")), plain_text(_translated("&Pause"))


def keys_text(action: QAction) -> str:
    """Return all of an action's keys as people write them on this system: ``→ · PgDn``."""
    return " · ".join(_written(keys) for keys in action.shortcuts())


def key_text(action: QAction) -> str:
    """Return an action's first key as people write it on this system: ``Shift+→``."""
    return _written(action.shortcut())


def _written(keys: QKeySequence) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    text = keys.toString(native)
    for key, arrow in ((Qt.Key.Key_Right, "→"), (Qt.Key.Key_Left, "←")):
        text = text.replace(QKeySequence(key).toString(native), arrow)
    return text.replace("Shift+", "⇧").replace("PgDown", "PgDn")


def _set_text(action: QAction, text: str) -> None:
    """Set a menu text; buttons show it without its mnemonic, of which Qt would remove only the ``&``."""
    action.setText(text)
    action.setIconText(plain_text(text))


def _make(row: ActionRow, window: QWidget, theme: Theme) -> QAction:
    action = QAction(window)
    _set_text(action, _translated(row.text))
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.name in CHECKABLE)
    keys = f" ({key_text(action)})" if row.keys else ""
    action.setToolTip(f"{_translated(row.tip)}{keys}")
    action.setStatusTip(_translated(row.tip))
    if row.icon:
        action.setIcon(icon(row.icon, theme))
    window.addAction(action)
    return action
