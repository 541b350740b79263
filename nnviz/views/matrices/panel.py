"""The matrices panel: tabs for all layers and each layer, over the matrices."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrices.canvas import MatrixCanvas
from nnviz.views.matrices.scale_key import ScaleKey
from nnviz.views.matrices.tabs import ALL, layer_name, tab_choices
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme
from nnviz.views.translation import translate_model
from nnviz.views.widgets.segmented_control import SegmentedControl


class MatricesPanel(Panel):
    """Shows every matrix of the update: those of all layers, or everything of one layer.

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
        self._canvas = MatrixCanvas(theme, self)
        self._key = ScaleKey(theme, self)
        self._switch = SegmentedControl(theme, self)
        self._switch.setAccessibleName(self.tr("Layer whose matrices are shown"))
        self.add_control(self._key)
        self.add_control(self._switch)
        self.set_body(self._canvas)
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

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the matrices of a moment."""
        is_new = self._snapshot is None or snapshot.network != self._snapshot.network
        self._snapshot = snapshot
        if is_new:
            if self._layer is not None and self._layer > snapshot.network.depth:
                self._layer = None
            self._show_tab()
        self._canvas.show_snapshot(snapshot)

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
        self._layer = None if key == ALL else int(key)
        self._show_tab()
        self.layer_requested.emit(self._layer)

    def _show_tab(self) -> None:
        depth = 0 if self._snapshot is None else self._snapshot.network.depth
        tabs = tab_choices(depth, self._layer)
        if tabs != self._tabs:
            self._tabs = tabs
            self._switch.set_choices(tabs)
        self._switch.choose(ALL if self._layer is None else str(self._layer))
        self._show_heading()
        self._canvas.show_layer(self._layer)

    def _show_heading(self) -> None:
        title, note = self.tr("Matrices"), self.tr("all layers")
        if self._layer is not None and self._snapshot is not None:
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
