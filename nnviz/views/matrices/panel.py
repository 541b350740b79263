"""The matrices panel: tabs for all layers and each layer, over the matrices."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrices.canvas import MatrixCanvas
from nnviz.views.matrices.scale_key import ScaleKey
from nnviz.views.matrices.sides import SIDES, Side
from nnviz.views.matrices.tabs import ALL, LINE, layer_name, tab_choices
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme
from nnviz.views.translation import translate_model
from nnviz.views.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import Moment
    from nnviz.views.matrices.own_code.canvas import OwnArraysCanvas


class MatricesPanel(Panel):
    """Shows every matrix of the update: those of all layers, or everything of one layer.

    While a person's own code is in the window, there is a tab more, of the line that has just run, and the numbers that
    are right, or the differences, take the place of theirs when that is chosen.

    Signals
    -------
    cell_requested(Cell)
        A cell, to be explained.
    layer_requested(object)
        The layer whose tab was chosen; None for all layers.
    value_requested(Cell, float)
        A parameter's cell is to hold another number; while it is dragged, at most once for each move of the mouse.
    pause_requested()
        Editing of a number begins.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    layer_requested = pyqtSignal(object)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("matrices", "", theme, parent)
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._layer: int | None = None
        self._asked: Cell | None = None
        self._tabs: list[tuple[str, str]] = []
        self._moment: Moment | None = None
        self._shows_line = False
        self._side: Side = "yours"
        self._canvas = MatrixCanvas(theme, self)
        self._key = ScaleKey(theme, self)
        self._switch = SegmentedControl(theme, self)
        self._switch.setAccessibleName(self.tr("Layer whose matrices are shown"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._canvas)
        self.add_control(self._key, stretch=3)
        self.add_control(self._switch)
        self.set_body(self._stack)
        self._canvas.installEventFilter(self)
        self.setFocusProxy(self._canvas)
        self._canvas.scale_shown.connect(self._key.show_scale)
        self._canvas.cell_requested.connect(self._request_cell)
        self._canvas.value_requested.connect(self.value_requested)
        self._canvas.pause_requested.connect(self.pause_requested)
        self._switch.chosen.connect(self._choose_tab)
        self._show_tab()

    @property
    def canvas(self) -> MatrixCanvas:
        """The matrices."""
        return self._canvas

    @cached_property
    def arrays(self) -> OwnArraysCanvas:
        """The arrays of the person's own code; it is made when there is some."""
        from nnviz.views.matrices.own_code.canvas import OwnArraysCanvas

        arrays = OwnArraysCanvas(self.theme)
        self._stack.addWidget(arrays)
        arrays.installEventFilter(self)
        return arrays

    @cached_property
    def sides(self) -> SegmentedControl:
        """Chooses whose numbers are shown, as D does; it is made when there is code of a person's own."""
        sides = SegmentedControl(self.theme, self)
        sides.setAccessibleName(self.tr("Which numbers are shown"))
        sides.set_choices([("yours", self.tr("yours")), ("right", self.tr("right")), ("differ", self.tr("differ"))])
        sides.setToolTip(self.tr("Your numbers, those that are right, or yours less the right ones (D)"))
        sides.chosen.connect(self._choose_side)
        self.add_control(sides)
        return sides

    @property
    def side(self) -> Side:
        """Whose numbers are shown of the person's own code."""
        return self._side

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the matrices of a moment."""
        is_new = self._snapshot is None or snapshot.network != self._snapshot.network
        self._snapshot = snapshot
        if is_new:
            self._show_tab()
        if self._moment is not None:
            from nnviz.views.matrices.own_code.snapshots import snapshot_of

            snapshot = snapshot_of(self._moment, snapshot, self._side)
        self._canvas.show_snapshot(snapshot)

    def show_moment(self, moment: Moment | None) -> None:
        """Show what a line of the person's own code wrote; None when the code has been closed."""
        before, self._moment = self._moment, moment
        if before is None and moment is not None:
            self._shows_line = True
        elif moment is None:
            self._shows_line = False
            self._side = "yours"
            if before is not None and before.snapshot is None:
                self._snapshot = None
        if before is None or moment is None or before.run is not moment.run or before.at != moment.at:
            self._show_tab()
        if before is not None or moment is not None:
            self.sides.setVisible(self._knows_right)
            self.sides.choose(self._side)
        if moment is not None:
            self.arrays.show_moment(moment, self._side)

    @property
    def _knows_right(self) -> bool:
        """Whether it is known what the line should have written."""
        from nnviz.views.matrices.own_code.shown_arrays import has_right

        return self._moment is not None and has_right(self._moment)

    def _choose_side(self, side: str) -> None:
        self._side = next(each for each in SIDES if each == side)
        self.arrays.show_moment(self._moment, self._side)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def show_next_side(self) -> None:
        """Show the right numbers instead of theirs, then the differences, then theirs again."""
        if self._knows_right:
            side = SIDES[(SIDES.index(self._side) + 1) % len(SIDES)]
            self.sides.choose(side)
            self._choose_side(side)

    def show_selection(self, selection: Selection) -> None:
        """Mark what is selected, and go to the tab of a layer that was chosen elsewhere."""
        before, self._selection = self._selection, selection
        # A cell that was clicked here also selects its layer; the tab in which it was clicked stays.
        is_own = selection.cell is not None and selection.cell == self._asked
        chosen = (selection.layer, selection.unit, selection.line)
        if chosen != (before.layer, before.unit, before.line) and not is_own:
            self._layer = selection.layer or None
            self._asked = None
            self._show_tab()
        self._canvas.show_selection(selection)

    def edited(self) -> Cell | None:
        """Return the cell over which the editor is open."""
        return self._canvas.edited

    def edit_again(self, edited: Cell) -> None:
        """Open the editor over the cell over which it was open in another window."""
        self._canvas.edit(edited)

    def show_convention(self, convention: Convention) -> None:
        """Draw samples as columns, or as rows."""
        self._canvas.show_convention(convention)

    def _request_cell(self, cell: Cell) -> None:
        self._asked = cell
        self.cell_requested.emit(cell)

    def _choose_tab(self, key: str) -> None:
        self._asked = None
        self._shows_line = key == LINE
        if self._shows_line:
            self._show_tab()
            return
        self._layer = None if key == ALL else int(key)
        self._show_tab()
        self.layer_requested.emit(self._layer)

    def _show_tab(self) -> None:
        depth = 0 if self._snapshot is None or self._has_no_network else self._snapshot.network.depth
        if self._layer is not None and self._layer > depth:
            self._layer = None  # of another network, or selected while code without one is shown
        tabs = tab_choices(depth, self._layer)
        if self._moment is not None:
            at = self._moment.at
            line = self.tr("This line") if at is None else self.tr("Line %1").replace("%1", str(at.number))
            tabs = [(LINE, line), *(tabs if depth else [])]
        if tabs != self._tabs:
            self._tabs = tabs
            self._switch.set_choices(tabs)
        shows_line = self._moment is not None and (self._shows_line or not depth)
        self._switch.choose(LINE if shows_line else ALL if self._layer is None else str(self._layer))
        self._stack.setCurrentWidget(self.arrays if shows_line else self._canvas)
        self.setFocusProxy(self.arrays if shows_line else self._canvas)
        self._key.setVisible(not shows_line)
        self._show_heading()
        self._canvas.show_layer(self._layer)

    @property
    def _has_no_network(self) -> bool:
        return self._moment is not None and self._moment.snapshot is None

    def _show_heading(self) -> None:
        title, note = self.tr("Matrices"), self.tr("all layers")
        if self._stack.currentWidget() is not self._canvas:
            title, note = self.tr("Your values"), ""
        elif self._layer is not None and self._snapshot is not None:
            network = self._snapshot.network
            role = self.tr("output, %1") if self._layer == network.depth else self.tr("hidden, %1")
            activation = network.layers[self._layer - 1].function
            title, note = layer_name(self._layer), role.replace("%1", translate_model(activation.title))
        self.set_title(title)
        self.set_note(note)
        # The title is also that of the View menu's entry, where the panel keeps its name.
        toggle = self.toggleViewAction()
        assert toggle is not None
        toggle.setText(self.tr("Matrices"))
