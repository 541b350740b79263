"""The matrices of a tab as one picture, in pixels of the whole surface: what is drawn where, and in which colours."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QRect
from PyQt6.QtGui import QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.arrays.norm import largest
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.cached_value import CachedValue
from nnviz.views.matrices.arrangement import MatrixArrangement
from nnviz.views.matrices.arrangement_cache import ArrangementCache, View
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.headings import HeadingPainter
from nnviz.views.matrices.marks import MatrixMarkPainter, marks_of
from nnviz.views.matrices.number_formats import NumberFormats
from nnviz.views.matrices.painting import CellPainter, Shown
from nnviz.views.matrices.place import Block, MatrixPlace, Spot
from nnviz.views.matrices.reduction import Reductions, cell_of_block
from nnviz.views.matrices.ruler import Ruler
from nnviz.views.matrices.tooltips import MatrixTooltips
from nnviz.views.matrices.zoom import Zooms
from nnviz.views.matrix_cells.quantities import QuantityScales
from nnviz.views.theme import Theme, metrics


class MatrixPicture:
    """Arranges, scales and draws the matrices of all layers, or of one.

    Parameters
    ----------
    theme
        Colours, fonts and lengths.

    Attributes
    ----------
    snapshot, selection, view
        What is shown; call `update` after changing one of them.
    arrangement
        Where each matrix is.
    ruler, zooms, scales, formats, reductions
        Lengths, the parts of matrices that are looked at closer, the magnitudes of the full colours, how numbers are
        written, and what is shown of matrices with more cells than pixels.
    """

    def __init__(self, theme: Theme) -> None:
        self.snapshot: Snapshot | None = None
        self.selection = Selection()
        self.view = View()
        self.arrangement = MatrixArrangement()
        self._hovered: CachedValue[Block] = CachedValue(lambda: self.arrangement)
        self.ruler = Ruler(theme)
        self.zooms = Zooms(self.ruler)
        self.scales = QuantityScales()
        self.formats = NumberFormats(self.ruler)
        self.reductions = Reductions()
        self._cache = ArrangementCache(self.ruler)
        self._cells = CellPainter(theme)
        self._headings = HeadingPainter(theme)
        self._marks = MatrixMarkPainter(theme)
        self._bar_width = theme.px(metrics.RING)

    @property
    def hovered(self) -> Block | None:
        """The block under the mouse."""
        return self._hovered.value

    @hovered.setter
    def hovered(self, block: Block | None) -> None:
        self._hovered.value = block

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another moment at the next drawing."""
        if self.snapshot is not None and snapshot.program.recipe != self.snapshot.program.recipe:
            self.scales.forget()
            self.formats.forget()
            self.zooms.forget()
        self.snapshot = snapshot

    def show_selection(self, selection: Selection) -> None:
        """Show another selection, whose cell is brought into the part of its matrix that is looked at closer."""
        self.selection = selection
        if selection.cell is not None:
            row, column = self.view.as_drawn(selection.cell.row, selection.cell.column)
            for change in (False, True):
                self.zooms.reveal(MatrixEntry(selection.cell.symbol, change), row, column)

    def update(self, snapshot: Snapshot) -> bool:
        """Bring everything but the drawing up to date; return whether a matrix is elsewhere."""
        arrangement = self.zooms.applied(self._cache.arrangement(snapshot, self.view))
        is_other = arrangement is not self.arrangement
        if is_other:
            self.arrangement = arrangement
            self.reductions.forget()
            self._cells.arrange(arrangement)
            self._headings.arrange(arrangement)
        self.scales.follow(self._sizes(snapshot))
        return is_other

    def _sizes(self, snapshot: Snapshot) -> list[tuple[str, float]]:
        entries = [MatrixEntry(symbol) for symbol in snapshot.values]
        sizes = [(entry.quantity, largest(snapshot.values[entry.symbol])) for entry in entries]
        if self.view.layer is not None:
            changes = (MatrixEntry(symbol, change=True) for symbol in snapshot.program.trained)
            moved = ((entry.quantity, entry.value(snapshot)) for entry in changes)
            sizes.extend((quantity, largest(value)) for quantity, value in moved if value is not None)
        return sizes

    # What is where -----------------------------------------------------------------------------------------------

    def place_at(self, point: QPoint) -> MatrixPlace | None:
        """Return the matrix at a point."""
        return next((place for place in self.arrangement.places if place.frame.contains(point)), None)

    def block_at(self, point: QPoint) -> Block | None:
        """Return the block of cells at a point."""
        place = self.place_at(point)
        block = None if place is None else place.block_at(point)
        return None if place is None or block is None else (place, *block)

    def spot_at(self, point: QPoint) -> Spot | None:
        """Return the cell that is shown at a point."""
        block = self.block_at(point)
        if block is None:
            return None
        place, row, column = block
        return (place, *cell_of_block(self.value(place), place, row, column))

    def spot_of(self, cell: Cell) -> Spot | None:
        """Return where a symbol's cell is drawn; None where it is not on this tab, or not at all."""
        row, column = self.view.as_drawn(cell.row, cell.column)
        for place in self.arrangement.places:
            if place.entry == MatrixEntry(cell.symbol) and place.shows(row, column):
                return place, row, column
        return None

    def cell_of(self, spot: Spot) -> Cell:
        """Return the cell that is drawn at a spot."""
        place, row, column = spot
        return Cell(place.entry.symbol, *self.view.as_drawn(row, column))

    def value(self, place: MatrixPlace) -> Array | None:
        """Return the matrix in a place as it is drawn; None when it has not been computed."""
        return None if self.snapshot is None else place.entry.value(self.snapshot, self.view.convention)

    def tip_at(self, point: QPoint) -> str:
        """Describe what is at a point; empty where nothing is."""
        block, place = self.block_at(point), self.place_at(point)
        if self.snapshot is not None and block is not None:
            return MatrixTooltips(self.snapshot, self.view).of_block(*block)
        if self.snapshot is not None and place is not None:
            return MatrixTooltips(self.snapshot, self.view).of_heading(place.entry, self.formats.factor(place.entry))
        return ""

    def looked_at(self) -> MatrixPlace | None:
        """Return the matrix under the mouse, else what the lit line wrote, else the first."""
        if self.hovered is not None:
            return self.hovered[0]
        line = self.snapshot.lit_line if self.snapshot is not None else None
        lit = self.arrangement.of_symbol(line.writes) if line is not None else ()
        return next(iter((*lit, *self.arrangement.places)), None)

    # Drawing -----------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, clip: QRect) -> QRect:
        """Draw what lies inside `clip`; return the rectangle of what takes more than this painting to find out."""
        late = QRect()
        if self.snapshot is None:
            return late
        places = self.arrangement.places
        numbers = [number for number, place in enumerate(places) if place.frame.intersects(clip)]
        self.reductions.begin()
        shown = [self._shown(self.snapshot, number) for number in numbers]
        # What has been computed but not been reduced yet is left out, which is not how one sees "not computed".
        self._cells.draw(painter, [each for each in shown if each is not None], clip)
        for number, each in zip(numbers, shown, strict=True):
            if each is None:
                late = late.united(places[number].frame)
        factors = {
            each.number: each.written.form.factor for each in shown if each is not None and each.written is not None
        }
        self._headings.draw(painter, numbers, factors, self._hovered_index())
        marks = marks_of(self.snapshot, self.selection, self.view, self.arrangement, self.hovered, self._bar_width)
        self._marks.draw(painter, marks)
        return late

    def _shown(self, snapshot: Snapshot, number: int) -> Shown | None:
        """Return what is drawn in a place; None while it takes more than this painting to find out."""
        place = self.arrangement.places[number]
        values = place.entry.value(snapshot, self.view.convention)
        if values is not None:
            source = None if place.entry.change else snapshot.value(place.entry.symbol)
            values = self.reductions.of(place, values, source)
            if values is None:
                return None
        return Shown(number, values, self.scales.of(place.entry.quantity), self.formats.follow(place, values))

    def _hovered_index(self) -> tuple[int, str] | None:
        if self.hovered is None or not self.hovered[0].shape:
            return None
        place, row, column = self.hovered
        index = f"[{place.rows.range_of(row)[0] + 1}, {place.columns.range_of(column)[0] + 1}]"
        return self.arrangement.places.index(place), index
