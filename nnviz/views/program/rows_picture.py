"""What the rows of the source pane show, and where: one for each line of the program."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QCoreApplication, QRect
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.lines.style import LineStyle
from nnviz.views.program.columns import LineColumns, LineMeasures
from nnviz.views.program.corrections import Ghost
from nnviz.views.program.painting import LinePainter
from nnviz.views.program.row_cache import RowCache
from nnviz.views.program.row_layout import Heading, Key, RowHeights, lay_out_rows
from nnviz.views.program.row_scrolling import RowScrolling
from nnviz.views.program.texts import RowState, RowText, gutter_tooltip, tooltip, value_text


class RowsPicture:
    """Lays the rows out and draws them.

    Parameters
    ----------
    style
        Colours and fonts.
    heights
        Of the kinds of rows.
    scrolling
        Which of them are seen.
    viewport
        What is drawn on.

    Attributes
    ----------
    snapshot, selected
        What is shown, and the line that is selected.
    breakpoints
        The symbols whose lines have breakpoints, and whether those are enabled.
    all_shapes
        Whether the shapes are written under every line.
    hovered
        The row under the mouse; −1 for none.
    """

    def __init__(self, style: LineStyle, heights: RowHeights, scrolling: RowScrolling, viewport: QWidget) -> None:
        self._style, self._heights, self._scrolling, self._viewport = style, heights, scrolling, viewport
        self.snapshot: Snapshot | None = None
        self.selected: int | None = None
        self.breakpoints: Mapping[str, bool] = {}
        self.all_shapes = False
        self.hovered = -1
        self._own_convention: Convention | None = None
        self._cache = RowCache()
        self._columns: LineColumns | None = None
        self._painter: LinePainter | None = None
        self._folded: set[Key] = set()

    @property
    def convention(self) -> Convention:
        """The convention of the formulas: as chosen, else the scenario's."""
        if self._own_convention is None:
            return self.snapshot.scenario.convention if self.snapshot is not None else "columns"
        return self._own_convention

    @convention.setter
    def convention(self, convention: Convention) -> None:
        self._own_convention = convention

    # What there is -----------------------------------------------------------------------------------------------

    @property
    def has_rows(self) -> bool:
        """Whether there is any line."""
        return bool(self._cache.texts)

    @property
    def values_left(self) -> int | None:
        """Where the column of values begins; None until the columns have been placed."""
        return None if self._columns is None else self._columns.value

    def row(self, line: int) -> tuple[RowText, RowState]:
        """Return what the row of a line (from 1) shows."""
        assert self.snapshot is not None  # without a snapshot there are no lines
        is_lit, is_selected = self.snapshot.position.line == line, self.selected == line
        value = value_text(self.snapshot, line)
        return self._cache.texts[line - 1], RowState(value, is_lit, is_selected, self.breakpoint_on(line))

    def formula(self, line: int) -> str:
        """Return how a line (from 1) is written."""
        return self._cache.texts[line - 1].formula

    def fitting_formula(self, line: int) -> str:
        """Return the formula of a line as it fits the pane."""
        return self._line_painter().formulas[line - 1]

    def breakpoint_on(self, line: int) -> bool | None:
        """Return whether a line's breakpoint is enabled; None when it has none."""
        assert self.snapshot is not None  # without a snapshot there are no lines
        return self.breakpoints.get(self.snapshot.program[line].writes)

    def current_line(self) -> int:
        """Return the selected line, else the lit one; 0 when there is neither."""
        return self.selected or (self.snapshot.position.line if self.snapshot is not None else 0)

    def has_line(self, line: int) -> bool:
        """Return whether there is a row for a line."""
        return 0 < line <= len(self._cache.texts)

    def next_shown(self, line: int, step: int) -> int:
        """Return the next line that is not folded away; the line itself where there is none."""
        lines = [entry for entry in self._scrolling.layout.entries if isinstance(entry, int)]
        beyond = [other for other in lines if (other - line) * step > 0]
        return (min(beyond) if step > 0 else max(beyond)) if beyond else line

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings from the top."""
        return tuple(entry for entry in self._scrolling.layout.entries if isinstance(entry, Heading))

    def row_rect(self, line: int) -> QRect:
        """Return the rectangle of a line (from 1) in the viewport; empty where it is folded away."""
        layout = self._scrolling.layout
        return self._scrolling.rect(layout.row_of(line)) if layout.shows(line) else QRect()

    def heading_rect(self, key: Key) -> QRect:
        """Return the rectangle of a heading in the viewport; empty where there is none."""
        entries = self._scrolling.layout.entries
        rows = [row for row, entry in enumerate(entries) if isinstance(entry, Heading) and entry.key == key]
        return self._scrolling.rect(rows[0]) if rows else QRect()

    def tip(self, row: int, *, is_gutter: bool) -> str:
        """Return the tooltip of a row, or of the gutter beside it."""
        layout = self._scrolling.layout
        line, ghost, heading = layout.line_of(row), layout.ghost(row), layout.heading(row)
        if heading is not None:
            translate = QCoreApplication.translate
            if heading.is_folded:
                return translate("ProgramRows", "Click: show its lines")
            return translate("ProgramRows", "Click: fold its lines away")
        if line and is_gutter:
            return gutter_tooltip(line, self.breakpoint_on(line))
        if ghost is not None:
            return ghost.tip
        assert self.snapshot is not None  # without a snapshot there are no lines
        return tooltip(self.snapshot, line, self._cache.texts[line - 1], self._cache.labels) if line else ""

    # Laying out and drawing --------------------------------------------------------------------------------------

    def read(self) -> bool:
        """Write the rows again if the program or the notation changed, and return whether it did."""
        if self.snapshot is None:
            return False
        texts, widest = self._cache.texts, self._cache.widest
        is_new = self._cache.read(self.snapshot, self.convention)
        if self._cache.widest is not widest:
            self._columns = None
        if self._cache.texts is not texts:
            self._painter = None
            self.arrange()
        return is_new

    def arrange(self) -> None:
        """Find out which rows there are; the row at the top stays there."""
        if self.snapshot is None:
            return
        layout = lay_out_rows(
            self.snapshot.program,
            self._cache.order,
            folded=self._folded,
            lit=self.snapshot.position.line,
            all_shapes=self.all_shapes,
            heights=self._heights,
        )
        self._scrolling.take(layout)

    def fold(self, key: Key) -> None:
        """Fold the lines of a stage or a layer away, or show them again."""
        self._folded ^= {key}
        self.arrange()

    def fold_current(self, *, folds: bool) -> None:
        """Fold the nearest heading above the current line whose lines are shown, or unfold all that it has."""
        for key in self._scrolling.layout.keys_of(self.current_line() or 1):
            if (key not in self._folded) == folds:
                self.fold(key)
                if folds:
                    return

    def place_columns_again(self) -> None:
        """Place the columns anew before the next drawing, for another width."""
        self._columns = None

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw the rows in an area."""
        painter.fillRect(area, self._style.panel)
        rows = self._line_painter()
        first, last = self._scrolling.row_at(area.top()), self._scrolling.row_at(area.bottom())
        for row, entry in enumerate(self._scrolling.layout.entries[first : last + 1], start=first):
            rect = self._scrolling.rect(row)
            if not self._scrolling.is_whole(row):
                break
            if isinstance(entry, Ghost):
                rows.paint_ghost(painter, entry, rect)
            elif isinstance(entry, Heading):
                rows.paint_heading(painter, entry, rect, hovered=row == self.hovered)
            else:
                _, state = self.row(entry)
                rows.paint_row(painter, entry - 1, rect, state, area, self._heights.line)

    def _line_painter(self) -> LinePainter:
        if self._columns is None:
            # The columns are placed for the largest batch, and do not move for a smaller one.
            self._columns = LineMeasures(self._cache.widest, self._style).columns(self._viewport.width())
            self._painter = None
        if self._painter is None:
            self._painter = LinePainter(self._cache.texts, self._columns, self._style)
        return self._painter
