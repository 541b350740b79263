"""The widget with the diagram: it draws it, and says what is clicked and edited."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PyQt6.QtCore import QEvent, QPointF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.session.selection import Cell, Selection, shown_layer
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.cached_value import CachedValue
from nnviz.views.network.composer import Composer
from nnviz.views.network.diagram_painter import DiagramPainter
from nnviz.views.network.edge_values import Quantity
from nnviz.views.network.editing import NetworkNumbers
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.measures import Texts
from nnviz.views.network.moving import DiagramMotion, clock_for
from nnviz.views.network.spots import Spot, cell_of, place_of, spot_at
from nnviz.views.network.tooltips import Tooltips
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.shortcuts import is_override, is_plain
from nnviz.views.widgets.value_editing import ValueEditing

_MOVES: Mapping[int, tuple[int, int]] = MappingProxyType(
    {
        Qt.Key.Key_Left.value: (-1, 0),
        Qt.Key.Key_Right.value: (1, 0),
        Qt.Key.Key_Up.value: (0, -1),
        Qt.Key.Key_Down.value: (0, 1),
    }
)
"""Key → by how many layers and units it moves the selection."""


class NetworkCanvas(QWidget):
    """Draws the network of a snapshot, in which weights and biases can be edited.

    A click leaves the keyboard where it is, so that the arrow keys go on stepping through the program; Tab brings it
    here, and then they move the selected unit.

    Signals
    -------
    unit_requested(int, int)
        A unit was chosen: layer (0 is the input) and unit from 0.
    cell_requested(Cell)
        An edge, a bias, a δ or a target was clicked.
    layer_requested(object)
        A layer's heading was clicked.
    edge_scale_changed(float)
        The number that has an edge's full colour may be another.
    value_requested(Cell, float)
        A weight or a bias is to have another value.
    pause_requested()
        Editing begins.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    unit_requested = pyqtSignal(int, int)
    cell_requested = pyqtSignal(object)
    layer_requested = pyqtSignal(object)
    edge_scale_changed = pyqtSignal(float)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = Texts(theme)
        self._theme = theme
        self._composer = Composer(texts)
        self._painter = DiagramPainter(theme, texts)
        self._editing = ValueEditing(theme, self, self, NetworkNumbers(self._frame, self._request_cell))
        self._editing.value_requested.connect(self.value_requested)
        self._editing.pause_requested.connect(self.pause_requested)
        self._motion = DiagramMotion(clock_for(self, theme.moves, self.update))
        self._hovered: CachedValue[Spot] = CachedValue(self._program)
        # Everything is painted here, so that nothing under it need be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Network diagram"))

    def sizeHint(self) -> QSize:
        """Return room for three units and their labels."""
        unit = self._theme.px(metrics.UNIT)
        return QSize(16 * unit, 5 * unit)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few units without labels."""
        unit = self._theme.px(metrics.UNIT)
        return QSize(5 * unit, unit)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw another moment; that of another network or scenario ends all editing."""
        self._editing.follow_moment(self._composer.snapshot, snapshot)
        self._motion.follow(self._frame() if self.isVisible() else None, snapshot)
        self._composer.snapshot = snapshot
        self._changed()

    def show_selection(self, selection: Selection) -> None:
        """Draw another selection."""
        self._composer.selection = selection
        self._changed()
        self._describe()

    def show_convention(self, convention: Convention) -> None:
        """Name weights in a convention."""
        self._composer.convention = convention
        self._changed()

    def show_quantity(self, quantity: Quantity) -> None:
        """Show weights, their gradients, or what the update changed."""
        self._composer.quantity = quantity
        self._changed()

    @property
    def hovered(self) -> Spot | None:
        """What is under the mouse, and marked."""
        return self._hovered.value

    def _program(self) -> object:
        return None if self._composer.snapshot is None else self._composer.snapshot.program

    @property
    def edited(self) -> Cell | None:
        """The weight or bias over which the editor is open."""
        return self._editing.typed_over

    def edit(self, cell: Cell) -> None:
        """Open the editor over a weight or a bias, if it is drawn."""
        self._editing.edit_cell(cell)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        self._changed()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Move an open editor with the view."""
        super().resizeEvent(event)
        self._editing.follow_size()

    def _changed(self) -> None:
        self._composer.changed()
        if self.isVisible():
            self.edge_scale_changed.emit(self._composer.follow_scales())
            self.update()
        self._editing.follow()

    def _frame(self) -> DiagramFrame | None:
        return self._composer.frame(self.width(), self.height())

    def _request_cell(self, cell: Cell) -> None:
        self.cell_requested.emit(cell)

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the diagram."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        frame = self._frame()
        if frame is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            flow, progress = self._motion.flow(frame)
            frame = self._motion.morphed(frame, flow, progress)
            self._painter.draw(painter, frame, self.hovered, flow, progress)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag a number, or mark what lies under the mouse."""
        if event is not None and not self._editing.move(event):
            self._hover(self._spot_at(event.position()))

    def leaveEvent(self, event: QEvent | None) -> None:
        """Mark nothing."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Ask for what was clicked; from there a weight or a bias can be dragged."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        target, spot = self._editing.target_at(event), self._spot_at(event.position())
        if spot is not None:
            self._click(spot)
        self._editing.press(event, target)

    def _click(self, spot: Spot) -> None:
        frame = self._frame()
        if spot.kind == "unit":
            self.unit_requested.emit(spot.layer, spot.unit)
        elif spot.kind == "heading":
            self.layer_requested.emit(spot.layer)
        elif frame is not None and (cell := cell_of(frame, spot)) is not None:
            self.cell_requested.emit(cell)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag."""
        self._editing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Type over the weight or the bias under the mouse; anything else has been clicked again."""
        if not self._editing.double_click(event):
            super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Show tooltips unless a number is being dragged, and keep the keys that edit or move from the window."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if not self._editing.is_dragging:
                QToolTip.showText(event.globalPos(), self.tooltip_at(QPointF(event.pos())), self)
            return True
        return is_override(event, self._wants_key) or super().event(event)

    def tooltip_at(self, place: QPointF) -> str:
        """Describe what lies at a place; empty where nothing does."""
        frame, spot = self._frame(), self._spot_at(place)
        return "" if frame is None or spot is None else Tooltips(frame).text(spot)

    def place_of(self, spot: Spot) -> QPointF:
        """Return a place on a thing that is drawn: its middle.

        Raises
        ------
        KeyError
            If it is not drawn.
        """
        frame = self._frame()
        place = None if frame is None else place_of(frame, spot)
        if place is None:
            raise KeyError(spot)
        return place

    def _spot_at(self, place: QPointF) -> Spot | None:
        frame = self._frame()
        return None if frame is None else spot_at(frame, place)

    def _hover(self, spot: Spot | None) -> None:
        if spot == self.hovered:
            return
        self._hovered.value = spot
        frame = self._frame()
        acts = spot is not None and frame is not None and (spot.kind != "delta" or cell_of(frame, spot) is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self.update()

    # The keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Edit the selected weight or bias, or move the selected unit; the first press selects one."""
        if event is None or self._editing.press_key(event):
            return
        move, frame = _move(event), self._frame()
        if move is None or frame is None:
            super().keyPressEvent(event)
            return
        sizes, chosen = frame.snapshot.network.sizes, frame.selection.unit
        if chosen is None:
            self.unit_requested.emit(shown_layer(frame.snapshot, frame.selection), 0)
            return
        layer = min(max(chosen[0] + move[0], 0), len(sizes) - 1)
        unit = min(max(chosen[1] + move[1], 0), sizes[layer] - 1)
        if (layer, unit) != chosen:
            self.unit_requested.emit(layer, unit)

    def _wants_key(self, event: QKeyEvent) -> bool:
        return self._editing.wants_key(event) or _move(event) is not None

    def _describe(self) -> None:
        """Describe the selected unit's numbers to people who hear the window."""
        frame = self._frame() if self.isVisible() else None
        if frame is not None:
            unit = frame.selection.unit
            self.setAccessibleDescription("" if unit is None else Tooltips(frame).words(*unit))


def _move(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the layers and units by which a key moves the selection; None for other keys."""
    return _MOVES.get(event.key()) if is_plain(event) else None
