"""The rows of the source pane: one for each line of the program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QPoint, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.lines.style import LineStyle
from nnviz.views.program.columns import LineColumns, LineMeasures
from nnviz.views.program.corrections import Ghost
from nnviz.views.program.painting import LinePainter
from nnviz.views.program.row_cache import RowCache
from nnviz.views.program.row_layout import Heading, Key, RowHeights, lay_out_rows
from nnviz.views.program.row_scrolling import RowScrolling
from nnviz.views.program.texts import RowState, RowText, gutter_tooltip, spoken, tooltip, value_text
from nnviz.views.theme import Theme, metrics

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint

# Sizes in rows.
_HEIGHT_HINT, _HEIGHT_LEAST = 15, 4
_WIDTH_HINT, _WIDTH_LEAST = 30, 10
_HEADING, _SHAPES = 18, 17
"""Heights at scale 1 of the heading of a stage, and of the shapes under a line."""


class ProgramRows(QAbstractScrollArea):
    """Shows the program's lines, and how far it has run.

    The lit line is scrolled to when it changes and at no other time, so that a run, whose frames all end at the
    same line, does not undo the person's scrolling.

    Signals
    -------
    line_requested(int)
        A line was chosen, with the mouse or the keys; from 1.
    breakpoint_requested(int)
        Toggle the breakpoint on a line: the gutter was clicked beside it.
    breakpoint_switch_requested(int)
        Disable the breakpoint on a line, or enable it: Shift and a click.
    menu_requested(int, QPoint)
        Open the menu of a line, at a place on the screen.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(int)
    breakpoint_requested = pyqtSignal(int)
    breakpoint_switch_requested = pyqtSignal(int)
    menu_requested = pyqtSignal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = LineStyle.of(theme)
        self._heights = RowHeights(theme.px(_HEADING), theme.px(metrics.PROGRAM_ROW), theme.px(_SHAPES))
        self._snapshot: Snapshot | None = None
        self._selected: int | None = None
        self._breakpoints: dict[str, bool] = {}
        self._cache = RowCache()
        self._columns: LineColumns | None = None
        self._painter: LinePainter | None = None
        self._folded: set[Key] = set()
        self._all_shapes = False
        self._hovered = -1
        self._convention: Convention | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Program of one update"))
        bar = self.verticalScrollBar()
        assert bar is not None
        self._scrolling = RowScrolling(bar, self._viewport(), self._heights.line)
        self._viewport().setMouseTracking(True)

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def convention(self) -> Convention:
        """The convention of the formulas: as chosen, else the scenario's."""
        if self._convention is None:
            return self._snapshot.scenario.convention if self._snapshot is not None else "columns"
        return self._convention

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far a program has run; only the values are redrawn when nothing else has changed."""
        before, self._snapshot = self._snapshot, snapshot
        is_new = self._refresh_texts()
        if is_new or before is None or before.position.line != snapshot.position.line:
            self._arrange()
            self._describe()
            self._scrolling.scroll_to(snapshot.position.line or 1)
            self._viewport().update()
        elif self._columns is not None:
            self._viewport().update(self._columns.value, 0, self.width(), self.height())

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected line."""
        if selection.line != self._selected:
            self._selected = selection.line
            self._describe()
            if selection.line is not None:
                self._scrolling.scroll_to(selection.line)
            self._viewport().update()

    def show_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Mark the lines that have breakpoints."""
        self._breakpoints = {}
        for point in breakpoints:
            from nnviz.model.breakpoints import LineReached

            if isinstance(point.condition, LineReached):
                self._breakpoints[point.condition.symbol] = point.enabled
        self._describe()
        self._viewport().update()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas and shapes in a convention."""
        self._convention = convention
        self._refresh_texts()

    def show_all_shapes(self, shown: bool) -> None:
        """Write the shapes under every line, or only under the one that has just run."""
        if shown != self._all_shapes:
            self._all_shapes = shown
            self._arrange()

    def fold(self, key: Key) -> None:
        """Fold the lines of a stage or a layer away, or show them again."""
        self._folded ^= {key}
        self._arrange()

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings from the top."""
        return tuple(entry for entry in self._scrolling.layout.entries if isinstance(entry, Heading))

    def shown_row(self, line: int) -> tuple[RowText, RowState]:
        """Return what the row of a line (from 1) shows."""
        assert self._snapshot is not None  # without a snapshot there are no lines
        is_lit, is_selected = self._snapshot.position.line == line, self._selected == line
        value = value_text(self._snapshot, line)
        return self._cache.texts[line - 1], RowState(value, is_lit, is_selected, self.breakpoint_on(line))

    def shown_formula(self, line: int) -> str:
        """Return the formula of a line as it fits the pane."""
        return self._line_painter().formulas[line - 1]

    def formula(self, line: int) -> str:
        """Return how a line (from 1) is written."""
        return self._cache.texts[line - 1].formula

    def breakpoint_on(self, line: int) -> bool | None:
        """Return whether a line's breakpoint is enabled; None when it has none."""
        assert self._snapshot is not None  # without a snapshot there are no lines
        return self._breakpoints.get(self._snapshot.program[line].writes)

    def row_rect(self, line: int) -> QRect:
        """Return the rectangle of a line (from 1) in the viewport; empty where it is folded away."""
        return (
            self._scrolling.rect(self._scrolling.layout.row_of(line)) if self._scrolling.layout.shows(line) else QRect()
        )

    def heading_rect(self, key: Key) -> QRect:
        """Return the rectangle of a heading in the viewport; empty where there is none."""
        entries = self._scrolling.layout.entries
        rows = [row for row, entry in enumerate(entries) if isinstance(entry, Heading) and entry.key == key]
        return self._scrolling.rect(rows[0]) if rows else QRect()

    def sizeHint(self) -> QSize:
        """Return a size with room for a small program."""
        return QSize(_WIDTH_HINT * self._heights.line, _HEIGHT_HINT * self._heights.line)

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few lines."""
        return QSize(_WIDTH_LEAST * self._heights.line, _HEIGHT_LEAST * self._heights.line)

    # Events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the rows in the area to be painted."""
        assert event is not None
        viewport, area = self._viewport(), event.rect()
        painter = QPainter(viewport)
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
                rows.paint_heading(painter, entry, rect, hovered=row == self._hovered)
            else:
                _, state = self.shown_row(entry)
                rows.paint_row(painter, entry - 1, rect, state, area, self._heights.line)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place the columns again."""
        super().resizeEvent(event)
        self._columns = None
        self._scrolling.fit()
        if self._snapshot is not None:
            self._scrolling.scroll_to(self._snapshot.position.line or 1)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the line under the mouse; in the gutter, its breakpoint."""
        assert event is not None
        line = self._line_at(round(event.position().y()))
        heading = self._scrolling.layout.heading(self._scrolling.row_at(round(event.position().y())))
        if event.button() == Qt.MouseButton.LeftButton and heading is not None:
            self.fold(heading.key)
        if event.button() != Qt.MouseButton.LeftButton or not line:
            return
        if not self._is_in_gutter(event.position().x()):
            self.line_requested.emit(line)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.breakpoint_switch_requested.emit(line)
        else:
            self.breakpoint_requested.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show that a heading folds."""
        assert event is not None
        self._hover(self._scrolling.row_at(round(event.position().y())))

    def leaveEvent(self, event: QEvent | None) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Request the menu of the line under the mouse, or from the keyboard that of the selected or lit line."""
        assert event is not None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            line, place = self._line_at(event.pos().y()), event.globalPos()
        else:
            line = self._current_line()
            place = self._viewport().mapToGlobal(self.row_rect(line).bottomLeft())
        if line:
            self.menu_requested.emit(line, place)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move the selection up and down; copy the selected or lit line's formula."""
        assert event is not None
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Plus) and not event.modifiers():
            self._fold_current(event.key() == Qt.Key.Key_Minus)
        elif step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the window's keys, Page down among them, are not for scrolling here
        elif self._cache.texts:
            here = self._current_line()
            self.line_requested.emit(self._next_shown(here, step) if here else 1)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show the tooltip of the row under the mouse."""
        if isinstance(event, QHelpEvent) and self._snapshot is not None:
            row = self._scrolling.row_at(event.pos().y())
            text = self._tip(row, is_gutter=self._is_in_gutter(event.pos().x()))
            if text:
                QToolTip.showText(event.globalPos(), text, self._viewport(), self._scrolling.rect(row))
                return True
        return super().viewportEvent(event)

    # Inside ------------------------------------------------------------------------------------------------------

    def _viewport(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None  # a scroll area always has one
        return viewport

    def _refresh_texts(self) -> bool:
        """Write the rows again if the program or the notation changed, and return whether it did."""
        snapshot = self._snapshot
        if snapshot is None:
            return False
        texts, widest = self._cache.texts, self._cache.widest
        is_new = self._cache.read(snapshot, self.convention)
        if self._cache.widest is not widest:
            self._columns = None
        if self._cache.texts is not texts:
            self._painter = None
            self._arrange()
        return is_new

    def _arrange(self) -> None:
        """Find out which rows there are; the row at the top stays there."""
        if self._snapshot is None:
            return
        layout = lay_out_rows(
            self._snapshot.program,
            self._cache.order,
            folded=self._folded,
            lit=self._snapshot.position.line,
            all_shapes=self._all_shapes,
            heights=self._heights,
        )
        self._scrolling.take(layout)

    def _line_painter(self) -> LinePainter:
        if self._columns is None:
            # The columns are placed for the largest batch, and do not move for a smaller one.
            self._columns = LineMeasures(self._cache.widest, self._style).columns(self._viewport().width())
            self._painter = None
        if self._painter is None:
            self._painter = LinePainter(self._cache.texts, self._columns, self._style)
        return self._painter

    def _line_at(self, y: int) -> int:
        """Return the line at a height, or the one whose right line is shown there; 0 where there is none."""
        return self._scrolling.layout.line_of(self._scrolling.row_at(y))

    def _tip(self, row: int, *, is_gutter: bool) -> str:
        layout = self._scrolling.layout
        line, ghost, heading = layout.line_of(row), layout.ghost(row), layout.heading(row)
        if heading is not None:
            return self.tr("Click: show its lines") if heading.is_folded else self.tr("Click: fold its lines away")
        if line and is_gutter:
            return gutter_tooltip(line, self.breakpoint_on(line))
        if ghost is not None:
            return ghost.tip
        assert self._snapshot is not None  # without a snapshot there are no lines
        return tooltip(self._snapshot, line, self._cache.texts[line - 1], self._cache.labels) if line else ""

    def _is_in_gutter(self, x: float) -> bool:
        return x < self._style.theme.px(metrics.GUTTER)

    def _current_line(self) -> int:
        """Return the selected line, else the lit one; 0 when there is neither."""
        return self._selected or (self._snapshot.position.line if self._snapshot is not None else 0)

    def _next_shown(self, line: int, step: int) -> int:
        """Return the next line that is not folded away; the line itself where there is none."""
        lines = [entry for entry in self._scrolling.layout.entries if isinstance(entry, int)]
        beyond = [other for other in lines if (other - line) * step > 0]
        return (min(beyond) if step > 0 else max(beyond)) if beyond else line

    def _fold_current(self, folds: bool) -> None:
        """Fold the nearest heading above the current line whose lines are shown, or unfold all that it has."""
        keys = self._scrolling.layout.keys_of(self._current_line() or 1)
        for key in keys:
            if (key not in self._folded) == folds:
                self.fold(key)
                if folds:
                    return

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            if any(self._scrolling.layout.heading(each) is not None for each in (before, row)):
                self._viewport().update()

    def _copy(self) -> None:
        clipboard, line = QGuiApplication.clipboard(), self._current_line()
        if line and clipboard is not None:
            clipboard.setText(self.formula(line))

    def _describe(self) -> None:
        """Describe the current line for screen readers."""
        line = self._current_line()
        if not line or line > len(self._cache.texts):
            return
        self.setAccessibleDescription(spoken(*self.shown_row(line)))
