"""The picture of a person's source: which rows are where, what is painted there, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PyQt6.QtCore import QPoint, QRect, QSize
from PyQt6.QtGui import QColor, QPainter

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.views.lines.style import LineStyle
from nnviz.views.program.own_code.source_layout import SourceLayout, SourceRow
from nnviz.views.program.own_code.source_painting import SourceColumns, SourcePainter, SourceRowState
from nnviz.views.program.own_code.source_texts import gutter_tip, line_tip, try_text
from nnviz.views.program.own_code.values_text import path_at, value_text
from nnviz.views.theme import Theme, metrics

_AT: Final = 0.45
"""Where a line is shown that was far away, as a share of the height."""


class SourcePicture:
    """Draws rows; places are those of a viewport.

    Parameters
    ----------
    theme
        Colours and scale.

    Attributes
    ----------
    layout, moment, selected, breakpoints
        What is shown: the rows, where the run is, the chosen line, and the lines that have breakpoints.
    size
        Of the viewport.
    offset
        How far it is scrolled to the right and down.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme, self._style = theme, LineStyle.of(theme)
        self._painter = SourcePainter(self._style)
        self.layout = SourceLayout()
        self.moment: Moment | None = None
        self.selected: SourceLine | None = None
        self.breakpoints: Mapping[SourceLine, bool] = {}
        self.size, self.offset = QSize(), QPoint()
        self._links: dict[SourceLine, QRect] = {}

    # What is where -----------------------------------------------------------------------------------------------

    @property
    def row_height(self) -> int:
        """Pixels of a row."""
        return self._theme.px(metrics.ROW)

    @property
    def whole_rows(self) -> int:
        """How many rows can be seen whole."""
        return max(1, self.size.height() // self.row_height)

    @property
    def text_width(self) -> int:
        """Pixels of the longest line."""
        return round(self.layout.longest * self._painter.advance)

    @property
    def columns(self) -> SourceColumns:
        """The columns."""
        px = self._theme.px
        gutter = px(metrics.GUTTER)
        number = gutter + px(metrics.SMALL_GAP) + round(self.layout.digits * self._painter.advance)
        right = self.size.width() - px(metrics.PADDING)
        return SourceColumns(gutter, number, number + px(metrics.PADDING), right, self.offset.x())

    @property
    def current(self) -> SourceLine | None:
        """The chosen line, else the one that has just run."""
        return self.selected or (None if self.moment is None else self.moment.at)

    def row_at(self, y: int) -> int:
        """Return the row at a height."""
        return (y + self.offset.y()) // self.row_height

    def entry_at(self, y: int) -> SourceRow | None:
        """Return what is shown at a height; None below the last row."""
        number = self.row_at(y)
        return self.layout.rows[number] if 0 <= number < len(self.layout.rows) else None

    def rect(self, row: int) -> QRect:
        """Return the rectangle of a row."""
        return QRect(0, row * self.row_height - self.offset.y(), self.size.width(), self.row_height)

    def top_for(self, row: int) -> int | None:
        """Return the first row with which a row is seen with two more on either side; None where it is already."""
        whole_rows, first = self.whole_rows, self.offset.y() // self.row_height
        margin = min(2, max(0, (whole_rows - 1) // 2))
        if first + margin <= row < first + whole_rows - margin:
            return None
        if first - 2 <= row < first + whole_rows + 2:
            return max(min(first, row - margin), row + 1 + margin - whole_rows)
        # What is far away comes to the middle, with what is around it; the next line moves the text by a line.
        return row - round(whole_rows * _AT)

    def is_gutter(self, x: float) -> bool:
        """Return whether a place is in the gutter."""
        return x < self._theme.px(metrics.GUTTER)

    def link_at(self, place: QPoint) -> SourceLine | None:
        """Return the wrong line whose mended one is tried by a click at a place; None where there is no such link."""
        row = self.entry_at(place.y())
        if row is None or row.kind != "mended" or not self.link_rect(row.at).contains(place):
            return None
        return row.at

    def link_rect(self, at: SourceLine) -> QRect:
        """Return where the link that tries a mended line was painted; null where it was not."""
        return self._links.get(at, QRect())

    # Drawing -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw the rows in an area."""
        columns = self.columns
        painter.fillRect(area, self._style.panel)
        painter.fillRect(QRect(0, area.top(), columns.gutter, area.height()), self._style.window)
        first, last = self.row_at(area.top()), self.row_at(area.bottom())
        have_run = None if self.moment is None else self.moment.run.lines_run
        for number, row in enumerate(self.layout.rows[first : last + 1], start=first):
            self._paint_row(painter, row, self.rect(number), columns, have_run)

    def _paint_row(
        self,
        painter: QPainter,
        row: SourceRow,
        rect: QRect,
        columns: SourceColumns,
        have_run: Collection[SourceLine] | None,
    ) -> None:
        paint, text = self._painter, self.layout.text_of(row)
        if row.kind == "heading":
            paint.paint_heading(painter, rect, columns, text)
            return
        state = self._state(row.at, have_run)
        paint.paint_background(painter, rect, columns, state)
        note = self.layout.notes.get(row.at)
        if row.kind == "mended":
            link = try_text() if self.layout.may_try(row.at) else ""
            self._links[row.at] = paint.paint_mended(painter, rect, columns, text, link)
            return
        syntax = self.layout.files[row.at.file].syntax
        paint.paint_text(painter, rect, columns, text, syntax.spans(row.at.number), state.has_run)
        if note is not None:
            paint.paint_note(painter, rect, columns, note, text, self._behind(state))
        is_wrong = note is not None and note.verdict == "wrong"
        paint.paint_number(painter, rect, columns, row.at.number, state, is_wrong)

    def _behind(self, state: SourceRowState) -> QColor:
        style = self._style
        return style.now_row if state.is_lit else style.chosen if state.is_selected else style.panel

    def _state(self, at: SourceLine, have_run: Collection[SourceLine] | None) -> SourceRowState:
        is_lit = self.moment is not None and self.moment.at == at
        has_run = have_run is None or at in have_run
        return SourceRowState(is_lit, self.selected == at, self.breakpoints.get(at), has_run)

    # Words -------------------------------------------------------------------------------------------------------

    def tip_at(self, place: QPoint) -> str:
        """Return the tooltip of a place: what the name there holds, else what is said of its line."""
        row = self.entry_at(place.y())
        if row is None or row.kind == "heading":
            return ""
        if self.is_gutter(place.x()):
            return gutter_tip(row.at.number, self.breakpoints.get(row.at))
        text = self.layout.text_of(row)
        if self.moment is None:
            return line_tip(text, self.layout.notes.get(row.at), has_run=True)
        names = self.moment.names
        path = path_at(text, self._column_at(text, place.x()), names) if row.kind == "line" else ""
        if path:
            return f"<pre>{value_text(path, names[path])}</pre>"
        return line_tip(text, self.layout.notes.get(row.at), has_run=row.at in self.moment.run.lines_run)

    def _column_at(self, text: str, x: int) -> int:
        """Return the character at a horizontal place; −1 beside the text."""
        columns = self.columns
        left = columns.text - columns.offset
        if x < max(left, columns.text):
            return -1
        return next((n for n in range(len(text)) if left + self._painter.x_of(text, n + 1) > x), -1)
