"""The lines of a person's source: scrolled, pointed at, and chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PyQt6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.views.lines.style import LineStyle
from nnviz.views.program.own_code.source_layout import SourceLayout, SourceRow
from nnviz.views.program.own_code.source_painting import SourceColumns, SourcePainter, SourceRowState
from nnviz.views.program.own_code.source_texts import gutter_tip, line_tip, spoken, try_text
from nnviz.views.program.own_code.values_text import path_at, value_text
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.clipboard import copy_text
from nnviz.views.widgets.shortcuts import is_override

_HEIGHT_HINT, _HEIGHT_LEAST, _WIDTH_HINT, _WIDTH_LEAST = 15, 4, 30, 12
"""Sizes in rows."""
_AT: Final = 0.45
"""Where a line is shown that was far away, as a share of the height."""
_LINES_AT_A_TIME: Final = 200
"""Lines whose words are found while the window has nothing else to do."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SourceRows(QAbstractScrollArea):
    """Shows the person's lines, and the one that has just run.

    That one is scrolled to when it changes and at no other time, so that the person's scrolling is not undone.

    Signals
    -------
    line_requested(SourceLine)
        A line was chosen, with the mouse or the keys.
    breakpoint_requested(SourceLine)
        Toggle the breakpoint on a line.
    breakpoint_switch_requested(SourceLine)
        Disable it, or enable it.
    run_requested(SourceLine)
        Run to a line: Return, or a double click.
    menu_requested(SourceLine, QPoint)
        Open the menu of a line, at a place on the screen.
    try_requested(SourceLine)
        Run the code again with the mended line.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(object)
    breakpoint_requested = pyqtSignal(object)
    breakpoint_switch_requested = pyqtSignal(object)
    run_requested = pyqtSignal(object)
    menu_requested = pyqtSignal(object, QPoint)
    try_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, LineStyle.of(theme)
        self._painter = SourcePainter(self._style)
        self._layout = SourceLayout()
        self._moment: Moment | None = None
        self._selected: SourceLine | None = None
        self._breakpoints: Mapping[SourceLine, bool] = {}
        self._have_run: Collection[SourceLine] | None = None
        self._links: dict[SourceLine, QRect] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._find_words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Your code"))
        port = self._viewport()
        port.setMouseTracking(True)
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        assert bars[0] is not None  # a scroll area always has both
        assert bars[1] is not None
        self._bar, self._across = bars[0], bars[1]
        self._bar.setSingleStep(self._row_height)
        self.setCornerWidget(QWidget(self))  # without one, the style draws a frame there

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def source(self) -> SourceLayout:
        """The rows that are shown."""
        return self._layout

    def show_source(self, layout: SourceLayout) -> None:
        """Show another source, or other verdicts on it; the place stays as far as it is there."""
        keeps = [file.name for file in layout.files] == [file.name for file in self._layout.files]
        self._layout = layout
        self._links.clear()
        if not keeps:
            self._bar.setValue(0)
            self._across.setValue(0)
            self._selected = None
        if self._selected is not None and layout.row_of(self._selected) is None:
            self._selected = None
        self._fit_bars()
        self._idle.start()
        self._viewport().update()

    def show_moment(self, moment: Moment | None) -> None:
        """Show which line has just run; None where nothing runs."""
        before, self._moment = self._moment, moment
        self._have_run = None if moment is None else moment.run.lines_run
        if moment is not None and moment.at is not None and (before is None or before.at != moment.at):
            self._scroll_to(moment.at)
            self._describe()
        self._viewport().update()

    def show_breakpoints(self, breakpoints: Mapping[SourceLine, bool]) -> None:
        """Mark the lines that have breakpoints: whether each is enabled."""
        self._breakpoints = breakpoints
        self._viewport().update()

    def select(self, at: SourceLine | None) -> None:
        """Mark a line as chosen."""
        if at != self._selected:
            self._selected = at
            if at is not None:
                self._scroll_to(at)
            self._describe()
            self._viewport().update()

    @property
    def selected(self) -> SourceLine | None:
        """The line that is chosen."""
        return self._selected

    @property
    def current(self) -> SourceLine | None:
        """The chosen line, else the one that has just run."""
        return self._selected or (None if self._moment is None else self._moment.at)

    def row_rect(self, at: SourceLine) -> QRect:
        """Return the rectangle of a line in the viewport.

        Raises
        ------
        LookupError
            If there is no such line.
        """
        row = self._layout.row_of(at)
        if row is None:
            raise LookupError(at)
        return self._rect(row)

    def link_rect(self, at: SourceLine) -> QRect:
        """Return where the link that tries a mended line was painted; null where it was not."""
        return self._links.get(at, QRect())

    def sizeHint(self) -> QSize:
        """Return a size with room for a small program."""
        return QSize(_WIDTH_HINT * self._row_height, _HEIGHT_HINT * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few lines."""
        return QSize(_WIDTH_LEAST * self._row_height, _HEIGHT_LEAST * self._row_height)

    # Events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the rows in the area to be painted."""
        assert event is not None
        port, area = self._viewport(), event.rect()
        painter = QPainter(port)
        painter.fillRect(area, self._style.panel)
        columns = self._columns()
        painter.fillRect(QRect(0, area.top(), columns.gutter, area.height()), self._style.window)
        first, last = self._row_at(area.top()), self._row_at(area.bottom())
        for number, row in enumerate(self._layout.rows[first : last + 1], start=first):
            self._paint_row(painter, row, self._rect(number), columns)

    def _paint_row(self, painter: QPainter, row: SourceRow, rect: QRect, columns: SourceColumns) -> None:
        paint, text = self._painter, self._layout.text_of(row)
        if row.kind == "heading":
            paint.paint_heading(painter, rect, columns, text)
            return
        state = self._state(row.at)
        paint.paint_background(painter, rect, columns, state)
        note = self._layout.notes.get(row.at)
        if row.kind == "mended":
            link = try_text() if self._layout.may_try(row.at) else ""
            self._links[row.at] = paint.paint_mended(painter, rect, columns, text, link)
            return
        syntax = self._layout.files[row.at.file].syntax
        paint.paint_text(painter, rect, columns, text, syntax.spans(row.at.number), state.has_run)
        if note is not None:
            paint.paint_note(painter, rect, columns, note, text, self._behind(state))
        is_wrong = note is not None and note.verdict == "wrong"
        paint.paint_number(painter, rect, columns, row.at.number, state, is_wrong)

    def _behind(self, state: SourceRowState) -> QColor:
        return self._style.now_row if state.is_lit else self._style.chosen if state.is_selected else self._style.panel

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fit the scroll bars to the new size."""
        super().resizeEvent(event)
        self._fit_bars()
        if self._moment is not None and self._moment.at is not None:
            self._scroll_to(self._moment.at)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the line under the mouse; in the gutter, its breakpoint; on its link, try the mended line."""
        assert event is not None
        row = self._entry_at(event.position().toPoint().y())
        if event.button() != Qt.MouseButton.LeftButton or row is None or row.kind == "heading":
            return
        if row.kind == "mended":
            if self._links.get(row.at, QRect()).contains(event.position().toPoint()):
                self.try_requested.emit(row.at)
                return
            self.line_requested.emit(row.at)
        elif event.position().x() >= self._theme.px(metrics.GUTTER):
            self.line_requested.emit(row.at)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.breakpoint_switch_requested.emit(row.at)
        else:
            self.breakpoint_requested.emit(row.at)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Run to the line under the mouse."""
        assert event is not None
        row = self._entry_at(event.position().toPoint().y())
        is_text = event.position().x() >= self._theme.px(metrics.GUTTER)
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row.kind == "line" and is_text:
            self.run_requested.emit(row.at)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Point with a hand at what can be pressed."""
        assert event is not None
        place = event.position().toPoint()
        is_link = any(rect.contains(place) for rect in self._shown_links())
        self._viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Request the menu of the line under the mouse, or from the keyboard that of the current line."""
        assert event is not None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self._entry_at(event.pos().y())
            at = None if row is None or row.kind == "heading" else row.at
            place = event.globalPos()
        else:
            at = self.current
            place = QPoint() if at is None else self._viewport().mapToGlobal(self.row_rect(at).bottomLeft())
        if at is not None:
            self.menu_requested.emit(at, place)

    def event(self, event: QEvent | None) -> bool:
        """Keep Copy and Return from the window's shortcuts."""
        return is_override(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move the choice up and down, run to the chosen line, or copy it."""
        assert event is not None
        step = _STEPS.get(Qt.Key(event.key()))
        at = self.current
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            if at is not None:
                copy_text(self._layout.files[at.file].lines[at.number - 1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if at is not None:
                self.run_requested.emit(at)
        elif step is None or not plain:
            event.ignore()  # the window's keys
        elif self._layout.lines:
            lines = self._layout.lines
            here = lines.index(at) if at in lines else -1
            self.line_requested.emit(lines[min(len(lines) - 1, max(0, here + step))])

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show what the name under the mouse holds, else what is said of its line."""
        if isinstance(event, QHelpEvent):
            text = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), text, self._viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Return the tooltip of a place in the viewport."""
        row = self._entry_at(place.y())
        if row is None or row.kind == "heading":
            return ""
        if place.x() < self._theme.px(metrics.GUTTER):
            return gutter_tip(row.at.number, self._breakpoints.get(row.at))
        text, columns = self._layout.text_of(row), self._columns()
        if self._moment is not None and row.kind == "line":
            left = columns.text - columns.offset
            column = next((n for n in range(len(text)) if left + self._painter.x_of(text, n + 1) > place.x()), None)
            names = self._moment.names
            path = "" if column is None or place.x() < left else path_at(text, column, names)
            if path:
                return f"<pre>{value_text(path, names[path])}</pre>"
        return line_tip(text, self._layout.notes.get(row.at), self._state(row.at).has_run)

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _row_height(self) -> int:
        return self._theme.px(metrics.ROW)

    def _viewport(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None  # a scroll area always has one
        return viewport

    def _columns(self) -> SourceColumns:
        px = self._theme.px
        gutter = px(metrics.GUTTER)
        number = gutter + px(metrics.SMALL_GAP) + round(self._layout.digits * self._painter.advance)
        text = number + px(metrics.PADDING)
        right = self._viewport().width() - px(metrics.PADDING)
        return SourceColumns(gutter, number, text, right, self._across.value())

    def _state(self, at: SourceLine) -> SourceRowState:
        is_lit = self._moment is not None and self._moment.at == at
        has_run = self._have_run is None or at in self._have_run
        return SourceRowState(is_lit, self._selected == at, self._breakpoints.get(at), has_run)

    def _fit_bars(self) -> None:
        port = self._viewport()
        whole_rows = port.height() // self._row_height
        self._bar.setPageStep(whole_rows * self._row_height)
        self._bar.setRange(0, max(0, len(self._layout.rows) - whole_rows) * self._row_height)
        columns = self._columns()
        width = round(self._layout.longest * self._painter.advance)
        self._across.setPageStep(max(1, columns.right - columns.text))
        self._across.setRange(0, max(0, width - (columns.right - columns.text)))

    def _row_at(self, y: int) -> int:
        return (y + self._bar.value()) // self._row_height

    def _entry_at(self, y: int) -> SourceRow | None:
        number = self._row_at(y)
        return self._layout.rows[number] if 0 <= number < len(self._layout.rows) else None

    def _rect(self, row: int) -> QRect:
        return QRect(0, row * self._row_height - self._bar.value(), self._viewport().width(), self._row_height)

    def _shown_links(self) -> list[QRect]:
        return [
            rect
            for number, row in enumerate(self._layout.rows)
            if row.kind == "mended" and (rect := self._links.get(row.at)) and rect.top() == self._rect(number).top()
        ]

    def _scroll_to(self, at: SourceLine) -> None:
        """Bring a line into view with two more on either side, and a whole row at the top."""
        row = self._layout.row_of(at)
        if row is None:
            return
        whole_rows = max(1, self._viewport().height() // self._row_height)
        first, margin = self._bar.value() // self._row_height, min(2, max(0, (whole_rows - 1) // 2))
        if first + margin <= row < first + whole_rows - margin:
            return
        near = first - 2 <= row < first + whole_rows + 2
        # What is far away comes to the middle, with what is around it; the next line moves the text by a line.
        middle = row - round(whole_rows * _AT)
        self._bar.setValue(
            (max(min(first, row - margin), row + 1 + margin - whole_rows) if near else middle) * self._row_height
        )

    def _find_words(self) -> None:
        """Find the words of some more lines; those that can be seen first have been shown without colours."""
        port = self._viewport()
        for file in self._layout.files:
            if not file.syntax.is_complete:
                file.syntax.read_to(file.syntax.lines_read + _LINES_AT_A_TIME)
                port.update()
                self._idle.start()
                return

    def _describe(self) -> None:
        """Describe the current line for screen readers."""
        at = self.current
        if at is not None and (row := self._layout.row_of(at)) is not None:
            text = self._layout.text_of(self._layout.rows[row])
            self.setAccessibleDescription(spoken(at, text, self._layout.notes.get(at), self._breakpoints.get(at)))


def _is_own(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
