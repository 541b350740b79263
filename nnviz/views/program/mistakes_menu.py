"""Menus that switch mistakes on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.mistakes import CATALOGUE, Mistake
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.lines.mistake_texts import about_texts, hidden_text, place_title, reason_text, switch_text
from nnviz.views.theme import Theme, heading_font
from nnviz.views.translation import translate_model

if TYPE_CHECKING:
    from nnviz.model.mistakes.places import Place


class MistakesMenu(QMenu):
    """The whole catalogue, a menu for each place in an update; each mistake is an entry that switches it on and off.

    The keyboard goes in with Right or Enter, and back with Left.

    Signals
    -------
    scenario_requested(Scenario, str)
        Switch a mistake on or off; the text describes it, for Undo.
    catalogue_requested()
        Open the catalogue of mistakes.

    Parameters
    ----------
    theme
        Fonts.

    Attributes
    ----------
    submenus
        The menus of the places, filled by `offer`.
    """

    scenario_requested = pyqtSignal(object, str)
    catalogue_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self.submenus: dict[Place, QMenu] = {}
        self.setToolTipsVisible(True)
        self.triggered.connect(self._take)

    def offer(self, snapshot: Snapshot) -> None:
        """List all mistakes; those that would have no effect are disabled, and their tooltips say what they need."""
        from nnviz.model.mistakes.places import by_place
        from nnviz.model.scenario.edit.mistakes import possible_in

        self._begin(snapshot)
        possible = possible_in(snapshot.scenario, snapshot.data)
        self._add_entry(self, self.tr("Search the mistakes…"), ("catalogue",))
        self.addSeparator()
        made = set() if snapshot.hides_mistakes else set(snapshot.scenario.mistakes)
        for place, mistakes in by_place(row for row in CATALOGUE.values() if not row.is_own_code).items():
            here = sum(mistake.name in made for mistake in mistakes)
            menu = self.submenus[place] = QMenu(_escaped(place_title(place)) + (f"  ({here})" if here else ""), self)
            menu.setToolTipsVisible(True)
            for mistake in mistakes:
                self._add_switch(menu, mistake, snapshot, is_possible=mistake in possible)
            self.addMenu(menu)
        if made:
            self.addSeparator()
            self._add_entry(self, self.tr("Remove all mistakes"), ("none",))

    def offer_at(self, snapshot: Snapshot, symbol: str) -> None:
        """List the mistakes that change the line that writes a symbol."""
        from nnviz.model.mistakes.build import corrections
        from nnviz.model.scenario.edit.mistakes import possible_in, wrong_program

        self._begin(snapshot)
        recipe = snapshot.program.recipe
        here = [
            mistake
            for mistake in possible_in(snapshot.scenario, snapshot.data)
            if mistake.change is not None and symbol in corrections(wrong_program(recipe, mistake.name))
        ]
        self._add_heading(self.tr("Make a mistake here") if here else self.tr("No mistake is known for this line"))
        for mistake in here:
            self._add_switch(self, mistake, snapshot, is_possible=True)

    def _begin(self, snapshot: Snapshot) -> None:
        self.clear()
        for menu in self.submenus.values():
            menu.deleteLater()
        self.submenus.clear()
        self._scenario = snapshot.scenario

    def _add_switch(self, menu: QMenu, mistake: Mistake, snapshot: Snapshot, *, is_possible: bool) -> None:
        action = self._add_entry(menu, translate_model(mistake.title), ("switch", mistake.name))
        action.setCheckable(True)
        if snapshot.hides_mistakes:
            action.setEnabled(False)
            action.setToolTip(hidden_text())
            return
        action.setChecked(mistake.name in snapshot.scenario.mistakes)
        action.setEnabled(is_possible)
        action.setToolTip("\n".join(about_texts(mistake)) if is_possible else reason_text(mistake, snapshot))

    def _add_heading(self, title: str) -> None:
        self.addSeparator()
        action = self._add_entry(self, title, ())
        action.setFont(heading_font(self._theme))
        action.setEnabled(False)

    def _add_entry(self, menu: QMenu, text: str, what: tuple[str, ...]) -> QAction:
        action = QAction(_escaped(text), menu)
        action.setData(what)
        menu.addAction(action)
        return action

    def _take(self, action: QAction) -> None:
        from nnviz.model.scenario.edit.mistakes import with_mistake, without_mistakes

        assert self._scenario is not None  # nothing is listed before there is one
        match action.data():
            case ("switch", str(name)):
                wanted = with_mistake(self._scenario, name, on=action.isChecked())
                self.scenario_requested.emit(wanted, switch_text(name, on=action.isChecked()))
            case ("none",):
                self.scenario_requested.emit(without_mistakes(self._scenario), self.tr("Remove all mistakes"))
            case ("catalogue",):
                self.catalogue_requested.emit()


def _escaped(text: str) -> str:
    """Return a text without shortcuts: an ampersand would mark one."""
    return text.replace("&", "&&")
