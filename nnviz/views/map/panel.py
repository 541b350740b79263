"""The map panel: the form, the progress, and the picture."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QLocale, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QBoxLayout, QMenu, QProgressBar, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.map import MEASURES, MapState
from nnviz.model.session.snapshot import Snapshot
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text
from nnviz.views.map.canvas import MapCanvas
from nnviz.views.map.form import MapForm
from nnviz.views.map.texts import progress_text
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets import ElidedLabel
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option
from nnviz.views.widgets.scroll_column import ScrollColumn
from nnviz.views.widgets.tab_buttons import TabPushButton

_BESIDE = 380
"""Width of the form, where it is beside the picture."""
_ENOUGH = 1.8
"""How many times as wide the panel must be at least to put the form there."""
_UNLIMITED = 16_777_215
"""Qt's own largest width."""
_MEASURE_SHARE = 1.6
"""Width of the measures' list, as a share of a number field's."""


class MapPanel(Panel):
    """Asks for maps, and shows one.

    Signals
    -------
    start_requested(MapPlan, str)
        Train a map; the text is the address of the cluster, empty for this computer.
    cancel_requested()
        Cancel the map.
    open_requested(Scenario)
        Open the scenario of a cell.
    save_requested(Path)
        Write the map to this file.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    start_requested = pyqtSignal(object, str)
    cancel_requested = pyqtSignal()
    open_requested = pyqtSignal(object)
    save_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("map", "", theme, parent)
        self.set_title(self.tr("Map"))
        self._state = MapState()
        self._snapshot: Snapshot | None = None
        self._results: object = None
        self.measures = ChoiceCombo(theme, self)
        self.measures.setAccessibleName(self.tr("What the cells are coloured by"))
        self.measures.setToolTip(self.tr("What the cells are coloured by"))
        self.measures.setFixedWidth(theme.px(metrics.NUMBER_FIELD_W * _MEASURE_SHARE))
        self.measures.choose("train_loss")
        self.measures.chosen.connect(self._draw)
        self.start = TabPushButton(self.tr("Train"), self)
        self.start.clicked.connect(self._ask)
        for widget in (self.measures, self.start):
            self.add_control(widget)
        self.form, self.canvas = MapForm(theme), MapCanvas(theme)
        self.form.changed.connect(self._preview)
        self.canvas.setAccessibleName(self.tr("Map, cell by cell"))
        self.canvas.cell_requested.connect(self._open)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.status = ElidedLabel("")
        self.status.setProperty("role", "secondary")
        self._set_up()
        self._offer_measures()
        self._show_progress()

    def _set_up(self) -> None:
        px = self.theme.px
        form = ScrollColumn(self.theme, self)
        form.column.setSpacing(px(metrics.SMALL_GAP))
        form.column.addWidget(self.form)
        form.column.addSpacing(px(metrics.SMALL_GAP))
        form.column.addWidget(self.progress)
        form.column.addWidget(self.status)
        form.column.addStretch(1)
        self.set_body(_MapBody(form, self.canvas, px(_BESIDE)))
        self.setFocusProxy(self.canvas)

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer maps of the scenario on the screen."""
        is_other = self._snapshot is None or snapshot.scenario is not self._snapshot.scenario
        self._snapshot = snapshot
        if self.isVisible() and is_other:
            self._show_scenario()

    def show_map(self, state: MapState) -> None:
        """Show the progress and the results of a map."""
        self._state = state
        if self.isVisible():
            self._show()

    def show_problem(self, problem: object) -> None:
        """Show why a map cannot be trained or saved: a `ModelError`."""
        assert isinstance(problem, ModelError)  # there is nothing else
        self.form.show_problem(error_text(problem))

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what arrived while the panel was hidden."""
        super().showEvent(event)
        self._show_scenario()
        self._show()

    def choices(self) -> dict[str, Any]:
        """Return what is chosen, for another window."""
        return {"form": self.form.to_plain(), "measure": self.measures.chosen_key()}

    def choose(self, choices: dict[str, Any]) -> None:
        """Choose what was chosen in another window."""
        self.form.from_plain(choices["form"])
        self.measures.choose(choices["measure"])
        self._draw()

    def _show(self) -> None:
        self._show_progress()
        if (self._state.plan, self._state.results) != self._results:
            self._offer_measures()
            self._draw()

    def _show_progress(self) -> None:
        state = self._state
        self.start.setText(self.tr("Cancel") if state.running else self.tr("Train"))
        total = 1 if state.plan is None else state.plan.size
        self.progress.setRange(0, total)
        self.progress.setValue(len(state.results))
        # It retains its place, so that the picture does not move when a map ends.
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.setVisible(state.running)
        self.status.setText(progress_text(state))
        self.set_note("" if state.plan is None else translated_title(state))

    def _offer_measures(self) -> None:
        tested = [result.metrics.test_samples for result in self._state.results.values() if result.metrics is not None]
        has_tests = any(tested)
        reason = self.tr("The scenario has no test samples")
        options = [
            Option(row.name, translate_model(row.title), help="" if enabled else reason, enabled=enabled)
            for row in MEASURES.values()
            for enabled in [has_tests or not row.tests]
        ]
        self.measures.set_options(options)

    def _show_scenario(self) -> None:
        if self._snapshot is not None:
            self.form.show_scenario(self._snapshot.scenario)
            self._preview()

    def _preview(self) -> None:
        """Before the first map, draw the one that was entered: all its cells, none of them computed."""
        if self._state.plan is None:
            self._draw()

    def _draw(self) -> None:
        self._results = self._state.plan, self._state.results
        shown = self._state if self._state.plan is not None else MapState(self.form.preview())
        self.canvas.show_map(shown, MEASURES[self.measures.chosen_key()])

    # What is requested ------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._state.running:
            self.cancel_requested.emit()
            return
        plan = self.form.plan()
        if plan is not None:
            self.start_requested.emit(plan, self.form.cluster)

    def _open(self, row: int, column: int) -> None:
        plan = self.canvas.plan
        if plan is not None and not self._cannot_run(row, column):
            self.open_requested.emit(plan.scenario_of(row, column, translate_model))

    def _cannot_run(self, row: int, column: int) -> bool:
        result = self._state.results.get((row, column))
        if result is not None and result.problem:
            self.form.show_problem(result.problem)
            return True
        return False

    def _open_current(self) -> None:
        if self.canvas.current is not None:
            self._open(*self.canvas.current)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Offer what can be done with the map."""
        if event is None or self._state.plan is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cell = menu.addAction(self.tr("Open this cell"), self._open_current)
        assert cell is not None  # a menu returns the action that it makes
        cell.setEnabled(self.canvas.current is not None)
        self.canvas.navigation.fill_menu(menu)
        menu.addAction(self.tr("Save the map as CSV…"), self.save)
        menu.popup(event.globalPos())

    def save(self) -> None:
        """Ask where to save the map, and request it."""
        path = file_dialogs.ask_save(
            self, self.tr("Save the map"), "map.csv", self.tr("Tables (%1)").replace("%1", "*.csv")
        )
        if path is not None:
            self.save_requested.emit(path)


def translated_title(state: MapState) -> str:
    """Return the title of a map's scenario in the language of the window."""
    assert state.plan is not None  # asked for only with a map
    return state.plan.scenario.title_in(QLocale().name())


class _MapBody(QWidget):
    """The form above the picture, or beside it where there is more width than height."""

    def __init__(self, form: QWidget, picture: QWidget, width: int) -> None:
        super().__init__()
        self._form, self._width = form, width
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(form)
        self._row.addWidget(picture, 1)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        beside = self.width() > max(_ENOUGH * self._width, self.height())
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._form.setMinimumWidth(self._width if beside else 0)
        self._form.setMaximumWidth(self._width if beside else _UNLIMITED)
