"""Adding a watch: a field for its expression, and what one may want to watch."""

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
"""Of a deeper network, gradients of the layers nearest to the input, where they vanish."""


@dataclass(frozen=True)
class Suggestion:
    """A watch, and how what it is about is written."""

    watch: Watch
    label: str


class WatchEntry(QWidget):
    """Takes the text of a watch; what is no number of the network is told beneath it, and stays to be corrected.

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
        self.proposals = QToolButton(self)
        self.proposals.setProperty("bare", True)
        self.proposals.setIcon(icon("arrow-down", theme, "secondary"))
        self.proposals.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.proposals.setToolTip(self.tr("Losses, sizes of gradients, the selected cell"))
        self.proposals.setAccessibleName(self.proposals.toolTip())
        self.proposals.clicked.connect(self._propose)
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
        row.addWidget(self.proposals)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        padding = self._theme.px(metrics.PADDING)
        column.setContentsMargins(padding, self._theme.px(metrics.SMALL_GAP), padding, self._theme.px(metrics.GAP))
        column.setSpacing(self._theme.px(metrics.SMALL_GAP))
        column.addLayout(row)
        column.addWidget(self._problem)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Ask about the network of a snapshot."""
        self._snapshot = snapshot

    def show_selection(self, selection: Selection) -> None:
        """Propose what is selected."""
        self._selection = selection

    def show_watched(self, watched: Container[Watch]) -> None:
        """Take in what is watched already."""
        self._watched = watched

    def problem(self) -> str:
        """Return why the text was not taken; empty if it was."""
        return self._problem.text()

    def add(self) -> None:
        """Take the text, or say what is wrong with it."""
        text = self.field.text().strip()
        if not text or self._snapshot is None:
            self.field.setFocus()
            return
        try:
            parse_expression(text, self._snapshot.shapes)
        except ModelError as error:
            # What would be accepted is long, and there may be little room.
            where = f"{translate_model(error.where)}: " if error.where else ""
            self._tell(where + translate_model(error.found), error_text(error))
            return
        if Watch(text) in self._watched:
            self._tell(self.tr("It is watched already"))
            return
        self._tell("")
        self.field.clear()
        self.watch_requested.emit(text)

    def menu(self) -> QMenu:
        """Make the menu of what one may want to watch; what is watched already is greyed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for suggestion in () if self._snapshot is None else _suggestions(self._snapshot, self._selection):
            # What follows the tab stands where menus have their keys.
            action = menu.addAction(f"{suggestion.watch.text}\t{suggestion.label}")
            assert action is not None  # a menu gives the action that it makes
            action.setData(suggestion.watch.text)
            action.setEnabled(suggestion.watch not in self._watched)
        menu.triggered.connect(self._take)
        return menu

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Open the proposals with ↓ in the field, as a list does."""
        if event is not None and event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._propose()
        else:
            super().keyPressEvent(event)

    def _propose(self) -> None:
        menu = self.menu()
        # Above the field, which stands at the foot of the panel.
        place = self.field.mapToGlobal(self.field.rect().topLeft())
        menu.popup(place - menu.rect().translated(0, menu.sizeHint().height()).topLeft())

    def _take(self, action: QAction) -> None:
        self._tell("")
        self.watch_requested.emit(action.data())

    def _forget_problem(self) -> None:
        self._tell("")

    def _tell(self, problem: str, details: str = "") -> None:
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
