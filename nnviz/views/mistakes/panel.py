"""The panel with the catalogue of mistakes, which can be searched, and switched on and off."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.scenario.edit.mistakes import possible_in, with_mistake
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.lines.mistake_texts import switch_text
from nnviz.views.mistakes.card import MistakeCard
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.scroll_column import ScrollColumn


class MistakesPanel(Panel):
    """The catalogue: each mistake with its wrong and right lines, where people make it and what its symptoms are.

    Signals
    -------
    scenario_requested(Scenario, str)
        Switch a mistake on or off; the text describes it, for Undo.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("mistakes", "", theme, parent)
        self.set_title(self.tr("Mistakes"))
        self._snapshot: Snapshot | None = None
        self._convention: Convention | None = None
        self._made_of: object = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the mistakes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._none = QLabel(self.tr("No mistake contains all of these words."), self)
        self._none.setProperty("role", "secondary")
        self._none.setVisible(False)
        self.cards: tuple[MistakeCard, ...] = ()
        scroll = ScrollColumn(theme, self)
        self._list = scroll.column
        self._list.addWidget(self._none)
        body = QWidget(self)
        column = QVBoxLayout(body)
        padding = theme.px(metrics.PADDING)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.GAP))
        entry = QVBoxLayout()
        entry.setContentsMargins(padding, 0, padding, 0)
        entry.addWidget(self.search)
        column.addLayout(entry)
        column.addWidget(scroll, 1)
        self.set_body(body)

    @property
    def shown_cards(self) -> tuple[MistakeCard, ...]:
        """The cards that match the search."""
        return tuple(card for card in self.cards if not card.isHidden())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which mistakes are made, and which are possible."""
        self._snapshot = snapshot
        if self.isVisible():
            self._refresh()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas for samples in columns or in rows."""
        self._convention = convention
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what changed while the panel was hidden."""
        super().showEvent(event)
        if not self.cards:
            self._make_cards()
        self._refresh()

    def _make_cards(self) -> None:
        # Not before the panel is shown: they are a sixth of all widgets, and would delay the window.
        self.cards = tuple(MistakeCard(mistake, self.theme, self) for mistake in CATALOGUE.values())
        for card in self.cards:
            card.switch_requested.connect(self._ask)
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._filter()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        convention = self._convention or snapshot.scenario.convention
        made_of = (snapshot.scenario, snapshot.program, snapshot.labels, convention, snapshot.hides_mistakes)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        possible = possible_in(snapshot.scenario, snapshot.data)
        for card in self.cards:
            is_possible = card.mistake in possible
            card.show_snapshot(snapshot, is_possible=is_possible)
            card.show_lines(snapshot, convention, is_possible=is_possible)
        self._filter()

    def _filter(self) -> None:
        for card in self.cards:
            card.setVisible(card.matches(self.search.text()))
        self._none.setVisible(bool(self.cards) and not self.shown_cards)

    def _ask(self, name: str, on: bool) -> None:
        assert self._snapshot is not None  # a card is enabled only then
        wanted = with_mistake(self._snapshot.scenario, name, on=on)
        self.scenario_requested.emit(wanted, switch_text(name, on=on))
