"""Every action of the window: one row each, with its words, key, icon and the command that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PyQt6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QWidget

from nnviz.model.commands import Command, RunState, possible
from nnviz.model.snapshot import Snapshot
from nnviz.views.theme import Theme, icon
from nnviz.views.words import translate_model


@dataclass(frozen=True)
class ActionRow:
    """One action.

    Attributes
    ----------
    name
        Identifier, also in `Actions`.
    text
        Menu text with its mnemonic (context ``Actions``).
    tip
        What it does, for the tooltip and the status bar (context ``Actions``).
    keys
        Shortcuts; the first is shown in the menu.
    icon
        Name of an icon, or empty.
    commands
        The action is enabled while any of these is possible; always, when there are none.
    """

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    commands: tuple[Command, ...] = ()


ROWS = (
    ActionRow(
        "line",
        QT_TRANSLATE_NOOP("Actions", "&Line"),
        QT_TRANSLATE_NOOP("Actions", "Run the next line of the update"),
        ("Right", "PgDown"),
        "line",
        (Command.LINE,),
    ),
    ActionRow(
        "update",
        QT_TRANSLATE_NOOP("Actions", "&Update"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the update: one change of the parameters"),
        ("Shift+Right",),
        "update",
        (Command.UPDATE,),
    ),
    ActionRow(
        "epoch",
        QT_TRANSLATE_NOOP("Actions", "&Epoch"),
        QT_TRANSLATE_NOOP("Actions", "Run to the end of the pass over the training data"),
        ("Ctrl+Right",),
        "epoch",
        (Command.EPOCH,),
    ),
    ActionRow(
        "line-back",
        QT_TRANSLATE_NOOP("Actions", "Line &back"),
        QT_TRANSLATE_NOOP("Actions", "Go back by one line, exactly to what was there"),
        ("Left", "PgUp"),
        "line-back",
        (Command.LINE_BACK,),
    ),
    ActionRow(
        "update-back",
        QT_TRANSLATE_NOOP("Actions", "Update b&ack"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the update before"),
        ("Shift+Left",),
        "update-back",
        (Command.UPDATE_BACK,),
    ),
    ActionRow(
        "epoch-back",
        QT_TRANSLATE_NOOP("Actions", "Epoch ba&ck"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the end of the pass over the training data before"),
        ("Ctrl+Left",),
        "epoch-back",
        (Command.EPOCH_BACK,),
    ),
    ActionRow(
        "newest",
        QT_TRANSLATE_NOOP("Actions", "&Newest"),
        QT_TRANSLATE_NOOP("Actions", "Return from the past to where the run ends"),
        ("End",),
        "newest",
        (Command.NEWEST,),
    ),
    ActionRow(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        QT_TRANSLATE_NOOP("Actions", "Run updates until paused"),
        ("Space",),
        "run",
        (Command.RUN, Command.PAUSE),
    ),
    ActionRow(
        "run_back",
        QT_TRANSLATE_NOOP("Actions", "Run bac&k"),
        QT_TRANSLATE_NOOP("Actions", "Run backward to where a breakpoint last held"),
        ("Shift+F5",),
        "run-back",
    ),
    ActionRow(
        "breakpoint",
        QT_TRANSLATE_NOOP("Actions", "&Toggle breakpoint"),
        QT_TRANSLATE_NOOP("Actions", "Have runs stop after the selected line, else the lit one; or no longer"),
        ("F9",),
        "breakpoint",
    ),
    ActionRow(
        "switch_breakpoint",
        QT_TRANSLATE_NOOP("Actions", "S&witch breakpoint off or on"),
        QT_TRANSLATE_NOOP("Actions", "Keep the selected or lit line's breakpoint, but stop there no longer; or again"),
        ("Ctrl+F9",),
        "breakpoint-off",
    ),
    ActionRow(
        "clear_breakpoints",
        QT_TRANSLATE_NOOP("Actions", "Clear breakpo&ints"),
        QT_TRANSLATE_NOOP("Actions", "Take all breakpoints away"),
        ("Ctrl+Shift+F9",),
        "breakpoints-clear",
    ),
    ActionRow(
        "restart",
        QT_TRANSLATE_NOOP("Actions", "Re&start"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the start, with the same initial weights"),
        ("Home",),
        "restart",
        (Command.RESTART,),
    ),
    ActionRow(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last change of data or settings back"),
        ("Ctrl+Z",),
        "undo",
        (Command.UNDO,),
    ),
    ActionRow(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the undone change again"),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        (Command.REDO,),
    ),
    ActionRow(
        "follow",
        QT_TRANSLATE_NOOP("Actions", "Select &nothing"),
        QT_TRANSLATE_NOOP("Actions", "Let the views follow the line that has just run"),
        ("Esc",),
        "follow",
        (Command.FOLLOW,),
    ),
    ActionRow(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open scenario…"),
        QT_TRANSLATE_NOOP("Actions", "Open a scenario file"),
        ("Ctrl+O",),
        "open",
    ),
    ActionRow(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save scenario as…"),
        QT_TRANSLATE_NOOP("Actions", "Save data, network and settings as a scenario file"),
        ("Ctrl+S", "Ctrl+Shift+S"),
        "save",
    ),
    ActionRow(
        "picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture…"),
        QT_TRANSLATE_NOOP("Actions", "Save the window as a PNG picture"),
        ("Ctrl+P",),
        "picture",
    ),
    ActionRow(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close nnviz"),
        ("Ctrl+Q",),
        "quit",
    ),
    ActionRow(
        "faster",
        QT_TRANSLATE_NOOP("Actions", "&Faster"),
        QT_TRANSLATE_NOOP("Actions", "Run more updates per second"),
        ("Ctrl++", "Ctrl+="),
        "faster",
    ),
    ActionRow(
        "slower",
        QT_TRANSLATE_NOOP("Actions", "Sl&ower"),
        QT_TRANSLATE_NOOP("Actions", "Run fewer updates per second"),
        ("Ctrl+-",),
        "slower",
    ),
    ActionRow(
        "rows",
        QT_TRANSLATE_NOOP("Actions", "Samples as &rows (X · W + b)"),
        QT_TRANSLATE_NOOP("Actions", "Write the program for samples as rows, as scikit-learn and Keras do"),
        ("Ctrl+T",),
        "rows",
    ),
    ActionRow(
        "own_labels",
        QT_TRANSLATE_NOOP("Actions", "The document's own &symbols"),
        QT_TRANSLATE_NOOP("Actions", "Write symbols as the scenario's source document does"),
        (),
        "symbols",
    ),
    ActionRow(
        "presentation",
        QT_TRANSLATE_NOOP("Actions", "&Presentation"),
        QT_TRANSLATE_NOOP("Actions", "Fill the screen, with larger text for a projector"),
        ("F11",),
        "presentation",
    ),
    ActionRow(
        "reset_layout",
        QT_TRANSLATE_NOOP("Actions", "Reset the l&ayout"),
        QT_TRANSLATE_NOOP("Actions", "Show every panel at its first place"),
        (),
        "layout",
    ),
    ActionRow(
        "gradient_check",
        QT_TRANSLATE_NOOP("Actions", "&Gradient check"),
        QT_TRANSLATE_NOOP("Actions", "Check the update's gradients against central differences, and what it changed"),
        ("Ctrl+G",),
        "check",
    ),
    ActionRow(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Keys and words"),
        QT_TRANSLATE_NOOP("Actions", "Show the keys and what the words mean"),
        ("F1",),
        "help",
    ),
)

CHECKABLE = frozenset({"rows", "own_labels", "presentation", "gradient_check", "help"})


class Actions:
    """The window's actions by name.

    Parameters
    ----------
    window
        Owns the actions, and hears their keys wherever the focus is in it.
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
        """Connect actions to what they do."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def show_state(self, snapshot: Snapshot, state: RunState) -> None:
        """Enable what can act now, and name what would be undone."""
        now = possible(snapshot, state)
        if now != self._possible:
            self._possible = now
            for row in ROWS:
                if row.commands:
                    self._actions[row.name].setEnabled(any(command in now for command in row.commands))
        if state == self._state:
            return
        self._state = state
        run = self._actions["run"]
        _set_text(run, _words("&Pause") if state.running else _words("&Run"))
        run.setIcon(icon("pause" if state.running else "run", self._theme))
        for name, plain, what in (("undo", "&Undo", state.undo), ("redo", "&Redo", state.redo)):
            self._actions[name].setText(_words(plain) if what is None else f"{_words(plain)}: {translate_model(what)}")


# Found by the translation tools; "&Pause" is in no row.
_PAUSE = QT_TRANSLATE_NOOP("Actions", "&Pause")


def _words(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def plain_text(text: str) -> str:
    """Give a menu text without its mnemonic: ``&Line`` → ``Line``, ``行(&L)`` → ``行``."""
    return re.sub(r"\(&.\)|&", "", text)


def run_texts() -> tuple[str, ...]:
    """Give every text of the run button."""
    return plain_text(_words("&Run")), plain_text(_words("&Pause"))


def key_text(action: QAction) -> str:
    """Give an action's first key as people write it on this system: ``Shift+→``."""
    native = QKeySequence.SequenceFormat.NativeText
    text = action.shortcut().toString(native)
    for key, arrow in ((Qt.Key.Key_Right, "→"), (Qt.Key.Key_Left, "←")):
        text = text.replace(QKeySequence(key).toString(native), arrow)
    return text.replace("Shift+", "⇧").replace("PgDown", "PgDn")


def _set_text(action: QAction, text: str) -> None:
    """Set a menu text; buttons show it without its mnemonic, of which Qt would take only the ``&`` out."""
    action.setText(text)
    action.setIconText(plain_text(text))


def _make(row: ActionRow, window: QWidget, theme: Theme) -> QAction:
    action = QAction(window)
    _set_text(action, _words(row.text))
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.name in CHECKABLE)
    keys = f" ({key_text(action)})" if row.keys else ""
    action.setToolTip(f"{_words(row.tip)}{keys}")
    action.setStatusTip(_words(row.tip))
    if row.icon:
        action.setIcon(icon(row.icon, theme))
    window.addAction(action)
    return action
