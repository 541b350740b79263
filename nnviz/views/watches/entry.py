"""Adding a watch: a field for its expression, and suggestions."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction, QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.session.selection import Selection, shown_cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.watches.watch import Watch
from nnviz.views.error_text import error_text
from nnviz.views.theme import Theme, icon, metrics, mono_font
from nnviz.views.translation import translate_model
from nnviz.views.widgets.looks import set_look

_MOST_LAYERS: Final = 6
"""Layers suggested of a deeper network: those nearest to the input, where gradients vanish."""


@dataclass(frozen=True)
class Suggestion:
    """A watch, and the symbol of what it watches."""

    watch: Watch
    label: str


class WatchEntry(QWidget):
    """Takes the expression of a watch; one that is no number of the network stays in the field, with the reason below.

    Signals
    -------
    watch_requested(str)
        Watch this expression.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    watch_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._watched: Container[Watch] = ()
        self.field = QLineEdit(self)
        self.field.setFont(mono_font(theme))
        self.field.setPlaceholderText("norm(dW1)")
        self.field.setAccessibleName(self.tr("Expression to watch"))
        self.field.returnPressed.connect(self.add)
        self.field.textEdited.connect(self._forget_problem)
        self.more = QToolButton(self)
        self.more.setProperty("bare", True)
        self.more.setIcon(icon("arrow-down", theme, "secondary"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setToolTip(self.tr("Losses, sizes of gradients, the selected cell"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.clicked.connect(self._suggest)
        self.button = QPushButton(self.tr("Add"), self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.add)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "fault")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(metrics.SMALL_GAP))
        row.addWidget(self.field, 1)
        row.addWidget(self.more)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        padding = self._theme.px(metrics.PADDING)
        column.setContentsMargins(padding, self._theme.px(metrics.SMALL_GAP), padding, self._theme.px(metrics.GAP))
        column.setSpacing(self._theme.px(metrics.SMALL_GAP))
        column.addLayout(row)
        column.addWidget(self._problem)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Check expressions against the network of a snapshot."""
        self._snapshot = snapshot

    def show_selection(self, selection: Selection) -> None:
        """Suggest what is selected."""
        self._selection = selection

    def show_watched(self, watched: Container[Watch]) -> None:
        """Set what is watched already."""
        self._watched = watched

    def problem(self) -> str:
        """Return why the text was not accepted; empty if it was."""
        return self._problem.text()

    def add(self) -> None:
        """Request the watch in the field, or show what is wrong with it."""
        text = self.field.text().strip()
        if not text or self._snapshot is None:
            self.field.setFocus()
            return
        try:
            parse_expression(text, self._snapshot.shapes)
        except ModelError as error:
            # Only what was found: what would be accepted is long, and there may be little room.
            where = f"{translate_model(error.where)}: " if error.where else ""
            self._show_problem(where + translate_model(error.found), error_text(error))
            return
        if Watch(text) in self._watched:
            self._show_problem(self.tr("This is watched already"))
            return
        self._show_problem("")
        self.field.clear()
        self.watch_requested.emit(text)

    def menu(self) -> QMenu:
        """Return the menu of suggestions; what is watched already is disabled."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for suggestion in () if self._snapshot is None else _suggestions(self._snapshot, self._selection):
            # The text after the tab is shown where menus have their keys.
            action = menu.addAction(f"{suggestion.watch.text}\t{suggestion.label}")
            assert action is not None  # a menu returns the action that it makes
            action.setData(suggestion.watch.text)
            action.setEnabled(suggestion.watch not in self._watched)
        menu.triggered.connect(self._take)
        return menu

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Open the suggestions with ↓ in the field, as a combo box does."""
        if event is not None and event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._suggest()
        else:
            super().keyPressEvent(event)

    def _suggest(self) -> None:
        menu = self.menu()
        # Above the field, which is at the bottom of the panel.
        place = self.field.mapToGlobal(self.field.rect().topLeft())
        menu.popup(place - menu.rect().translated(0, menu.sizeHint().height()).topLeft())

    def _take(self, action: QAction) -> None:
        self._show_problem("")
        self.watch_requested.emit(action.data())

    def _forget_problem(self) -> None:
        self._show_problem("")

    def _show_problem(self, problem: str, details: str = "") -> None:
        set_look(self.field, "fault", bool(problem))
        self._problem.setText(problem)
        self._problem.setToolTip(details)
        self.field.setToolTip(details)
        self._problem.setVisible(bool(problem))


def _suggestions(snapshot: Snapshot, selection: Selection) -> list[Suggestion]:
    """Return the selected cell, the losses, and the sizes of gradients and weights."""
    return list(dict.fromkeys(_candidates(snapshot, selection)))


def _candidates(snapshot: Snapshot, selection: Selection) -> Iterator[Suggestion]:
    labels, network = snapshot.labels, snapshot.network
    cell = shown_cell(snapshot, selection)
    if cell is not None and cell.symbol not in ("L", "R", "J", BEST):
        shape = snapshot.shapes[cell.symbol]
        yield Suggestion(Watch.of_cell(cell), labels.of_cell(cell.symbol, cell.row, cell.column, shape))
    for symbol in ("L", "J", BEST):
        if symbol in snapshot.program.symbols:
            yield Suggestion(Watch(symbol), labels.of(symbol))
    for kind in ("dW{0}", "delta{0}", "W{0}"):
        for layer in range(1, min(network.depth, _MOST_LAYERS) + 1):
            symbol = kind.format(layer)
            if symbol not in snapshot.program.symbols:
                continue
            yield Suggestion(Watch.norm_of(symbol), f"‖{labels.of(symbol)}‖")
