"""The network panel: the diagram under a heading that says what its edges show."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.selection import Cell, Selection, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.network.canvas import NetworkCanvas
from nnviz.views.network.edge_values import Quantity
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.legend import Legend
from nnviz.views.widgets.segmented_control import SegmentedControl

_QUANTITIES: Mapping[str, Quantity] = {"weights": "weights", "gradients": "gradients", "change": "change"}


class NetworkPanel(Panel):
    """Shows the network: units as small pictures, edges by their weights, what the lit line reads and writes.

    Signals
    -------
    unit_requested(int, int)
        Layer (0 is the input) and unit from 0.
    cell_requested(Cell)
        A weight, a bias, a δ, a target.
    layer_requested(object)
        A layer, whose matrices are to be shown.
    value_requested(Cell, float)
        A weight or a bias is to have another value; while it is dragged, at most once for each move of the mouse.
    pause_requested()
        Editing of a number begins.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    unit_requested = pyqtSignal(int, int)
    cell_requested = pyqtSignal(object)
    layer_requested = pyqtSignal(object)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("network", "", theme, parent)
        self.set_title(self.tr("Network"))
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._note = ""
        self._shown_scale = 0.0
        self._canvas = NetworkCanvas(theme, self)
        self._legend = Legend(theme, self)
        self._switch = SegmentedControl(theme, self)
        self._switch.set_choices(
            [("weights", self.tr("weights")), ("gradients", self.tr("gradients")), ("change", self.tr("last change"))]
        )
        self._switch.setAccessibleName(self.tr("What the edges show"))
        self.add_control(self._legend)
        self.add_control(self._switch)
        self.set_body(self._canvas)
        self._switch.chosen.connect(self._choose_quantity)
        self._canvas.edge_scale_changed.connect(self._show_scale)
        self._canvas.unit_requested.connect(self.unit_requested)
        self._canvas.cell_requested.connect(self.cell_requested)
        self._canvas.layer_requested.connect(self.layer_requested)
        self._canvas.value_requested.connect(self.value_requested)
        self._canvas.pause_requested.connect(self.pause_requested)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw another moment."""
        self._snapshot = snapshot
        self._canvas.show_snapshot(snapshot)
        self._show_sample()

    def show_selection(self, selection: Selection) -> None:
        """Draw another selection."""
        self._selection = selection
        self._canvas.show_selection(selection)
        self._show_sample()

    def edited(self) -> Cell | None:
        """Return the cell over which the editor is open."""
        return self._canvas.edited

    def edit_again(self, edited: Cell) -> None:
        """Open the editor over the cell over which it was open in another window."""
        self._canvas.edit(edited)

    def show_convention(self, convention: Convention) -> None:
        """Name weights in a convention."""
        self._canvas.show_convention(convention)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Hide the legend where the switch's words need its room."""
        super().resizeEvent(event)
        words = self.fontMetrics().horizontalAdvance(self.windowTitle()) + 2 * self.theme.px(metrics.UNIT)
        needed = words + self._switch.sizeHint().width() + self._legend.sizeHint().width()
        self._legend.setVisible(self.width() >= needed)

    def _choose_quantity(self, key: str) -> None:
        self._canvas.show_quantity(_QUANTITIES[key])

    def _show_scale(self, scale: float) -> None:
        if scale != self._shown_scale:
            self._shown_scale = scale
            self._legend.show_signed(scale)

    def _show_sample(self) -> None:
        """Show beside the heading whose numbers the diagram shows."""
        if self._snapshot is None:
            return
        sample = shown_sample(self._snapshot, self._selection)
        is_in_batch = self._snapshot.column_of(sample) is not None
        text = self.tr("sample %1") if is_in_batch else self.tr("sample %1, not in this update's batch")
        note = text.replace("%1", str(sample + 1))
        if note != self._note:
            self._note = note
            self.set_note(note)
