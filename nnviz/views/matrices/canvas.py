"""The matrices drawn on a surface that scrolls."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QRect, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from nnviz.model.arrays.norm import largest
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrices.arrangement import Arrangement
from nnviz.views.matrices.content import Content, View
from nnviz.views.matrices.entries import Entry
from nnviz.views.matrices.fading import draw_fades
from nnviz.views.matrices.headings import HeadingPainter
from nnviz.views.matrices.marking import marks_of
from nnviz.views.matrices.marks import Block, MarkPainter
from nnviz.views.matrices.painting import CellPainter, Shown
from nnviz.views.matrices.place import Place
from nnviz.views.matrices.reduction import Reductions
from nnviz.views.matrices.ruler import Ruler
from nnviz.views.matrices.scales import Scales
from nnviz.views.matrices.zoom import Zooms
from nnviz.views.theme import Theme, metrics


class MatrixSurface(QAbstractScrollArea):
    """Draws the matrices of all layers, or of one.

    Signals
    -------
    scale_shown(str, float)
        Label of the matrix that is looked at, and the magnitude that has the full colour in it.

    Parameters
    ----------
    theme
    parent
    """

    scale_shown = pyqtSignal(str, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ruler = Ruler(theme)
        self._content = Content(self._ruler)
        self._cells = CellPainter(theme)
        self._headings = HeadingPainter(theme)
        self._marks = MarkPainter(theme)
        self._bar_width = theme.px(metrics.RING)
        self._fade = theme.px(metrics.CELL_H)
        self._reductions = Reductions()
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(0)
        self._catch_up.timeout.connect(self._paint_late)
        self._late = QRect()
        self._zooms = Zooms(self._ruler)
        self._scales = Scales()
        self._view = View()
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._arrangement = Arrangement()
        self._lit: tuple[int | None, str] | None = None
        self._hovered: Block | None = None
        self._shown_scale = ("", 0.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._port.setMouseTracking(True)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the matrices of a moment."""
        if self._snapshot is not None and snapshot.program.recipe != self._snapshot.program.recipe:
            self._scales.forget()
            self._zooms.forget()
        self._snapshot = snapshot
        self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected cell and sample."""
        self._selection = selection
        if selection.cell is not None:
            row, column = self._view.as_drawn(selection.cell.row, selection.cell.column)
            for change in (False, True):
                self._zooms.reveal(Entry(selection.cell.symbol, change), row, column)
        self._refresh()

    def show_layer(self, layer: int | None) -> None:
        """Show everything of one layer; None: the matrices of all layers."""
        self._set_view(replace(self._view, layer=layer))

    def show_convention(self, convention: Convention) -> None:
        """Draw samples as columns, or as rows."""
        self._set_view(replace(self._view, convention=convention))

    def places(self) -> tuple[Place, ...]:
        """Return the matrices as they stand, in reading order, in pixels of the whole surface."""
        return self._arrangement.places

    def cell_rect(self, symbol: str, row: int, column: int, *, change: bool = False) -> QRect:
        """Return where a cell (column convention) is drawn on the viewport.

        Raises
        ------
        LookupError
            If the symbol is not on this tab.
        """
        for place in self._arrangement.places:
            if place.entry == Entry(symbol, change):
                return place.cell_rect(*self._view.as_drawn(row, column)).translated(0, -self._offset)
        raise LookupError(symbol)

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _port(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None
        return viewport

    @property
    def _bar(self) -> QScrollBar:
        bar = self.verticalScrollBar()
        assert bar is not None
        return bar

    @property
    def _offset(self) -> int:
        return self._bar.value()

    def _set_view(self, view: View) -> None:
        if view != self._view:
            if view.layer != self._view.layer:
                self._bar.setValue(0)
            self._view = view
            self._refresh()

    def _refresh(self) -> None:
        """Bring everything but the picture up to date; a hidden surface does so when it is shown."""
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        arrangement = self._zooms.applied(self._content.arrangement(snapshot, self._view))
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            self._hovered = None
            self._reductions.forget()
            self._cells.arrange(arrangement)
            self._headings.arrange(arrangement)
            self._set_scroll_range()
        self._scales.follow(self._sizes(snapshot))
        self._show_scale()
        self._follow_lit_line(snapshot)
        self._port.update()

    def _sizes(self, snapshot: Snapshot) -> list[tuple[str, float]]:
        entries = [Entry(symbol) for symbol in snapshot.values]
        sizes = [(entry.quantity, largest(snapshot.values[entry.symbol])) for entry in entries]
        if self._view.layer is not None:
            changes = (Entry(symbol, change=True) for symbol in snapshot.program.trained)
            moved = ((entry.quantity, entry.value(snapshot)) for entry in changes)
            sizes.extend((quantity, largest(value)) for quantity, value in moved if value is not None)
        return sizes

    def _looked_at(self) -> Place | None:
        """Return the matrix under the mouse, else what the lit line wrote, else the first."""
        if self._hovered is not None:
            return self._hovered[0]
        line = self._snapshot.lit_line if self._snapshot is not None else None
        lit = self._arrangement.of_symbol(line.writes) if line is not None else ()
        return next(iter((*lit, *self._arrangement.places)), None)

    def _show_scale(self) -> None:
        place = self._looked_at()
        if place is None:
            return
        shown = (place.label, self._scales.of(place.entry.quantity))
        if shown != self._shown_scale:
            self._shown_scale = shown
            self.scale_shown.emit(*shown)

    def _set_scroll_range(self) -> None:
        seen = self._port.height()
        self._bar.setRange(0, max(0, self._arrangement.height - seen))
        self._bar.setPageStep(seen)
        self._bar.setSingleStep(self._ruler.tall)

    def _follow_lit_line(self, snapshot: Snapshot) -> None:
        """Scroll to what the lit line wrote when it is another line than before, or another tab.

        After a whole update the last line is lit, which is no reason to turn from what is being watched.
        """
        line = snapshot.lit_line
        lit = None if line is None else (self._view.layer, line.writes)
        if lit != self._lit:
            self._lit = lit
            if line is not None and snapshot.position.is_inside:
                for place in self._arrangement.of_symbol(line.writes)[:1]:
                    self._bring_into_view(place.frame)

    def _bring_into_view(self, rect: QRect) -> None:
        """Scroll as little as needed; what is brought into view stands clear of the faded edges."""
        top = rect.top() - max(self._ruler.top, self._fade)
        bottom = rect.top() + rect.height() + max(self._ruler.bottom, self._fade) - self._port.height()
        self._bar.setValue(min(top, max(bottom, self._bar.value())))

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the matrices that can be seen."""
        painter = QPainter(self._port)
        visible = self._port.rect() if event is None else event.rect()
        painter.fillRect(visible, QColor(self._theme.panel))
        if self._snapshot is None:
            return
        painter.translate(0, -self._offset)
        clip = visible.translated(0, self._offset)
        numbers = [number for number, place in enumerate(self.places()) if place.frame.intersects(clip)]
        self._reductions.begin()
        shown = [self._shown(self._snapshot, number) for number in numbers]
        # What has been computed but not been reduced yet is left out, which is not how one sees "not computed".
        self._cells.draw(painter, [each for each in shown if each is not None], clip)
        for number, each in zip(numbers, shown, strict=True):
            if each is None:
                self._late = self._late.united(self.places()[number].frame)
                self._catch_up.start()
        self._headings.draw(painter, numbers, self._hovered_index())
        marks = marks_of(self._snapshot, self._selection, self._view, self._arrangement, self._hovered, self._bar_width)
        self._marks.draw(painter, marks)
        painter.resetTransform()
        above, below = self._offset > 0, self._offset < self._bar.maximum()
        draw_fades(painter, QRectF(self._port.rect()), QColor(self._theme.panel), self._fade, above=above, below=below)

    def _shown(self, snapshot: Snapshot, number: int) -> Shown | None:
        """Return what is drawn in a place; None while it takes more than this painting to find out."""
        place = self._arrangement.places[number]
        values = place.entry.value(snapshot, self._view.convention)
        if values is not None:
            source = None if place.entry.change else snapshot.value(place.entry.symbol)
            values = self._reductions.of(place, values, source)
            if values is None:
                return None
        return Shown(number, values, self._scales.of(place.entry.quantity))

    def _paint_late(self) -> None:
        late, self._late = self._late, QRect()
        self._port.update(late.translated(0, -self._offset))

    def _hovered_index(self) -> tuple[int, str] | None:
        if self._hovered is None or not self._hovered[0].shape:
            return None
        place, row, column = self._hovered
        index = f"[{place.rows.range_of(row)[0] + 1}, {place.columns.range_of(column)[0] + 1}]"
        return self._arrangement.places.index(place), index

    # Qt's own ----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent | None) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the matrices for the new room."""
        super().resizeEvent(event)
        # Not the viewport's width: a scroll bar that comes and goes stands in the padding.
        self._set_view(replace(self._view, width=self.width(), height=self.height()))
        self._set_scroll_range()

    def sizeHint(self) -> QSize:
        """Return a size for two small layers."""
        return QSize(self._theme.px(metrics.CELL_W) * 14, self._theme.px(metrics.CELL_H) * 8)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which one small matrix can be seen."""
        return QSize(self._theme.px(metrics.CELL_W) * 3, self._theme.px(metrics.CELL_H) * 2)
