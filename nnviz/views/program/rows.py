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
from nnviz.views.program.row_layout import Heading, Key, RowHeights
from nnviz.views.program.row_scrolling import RowScrolling
from nnviz.views.program.rows_picture import RowsPicture
from nnviz.views.program.texts import RowState, RowText, spoken
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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Program of one update"))
        bar = self.verticalScrollBar()
        assert bar is not None
        self._scrolling = RowScrolling(bar, self._viewport(), self._heights.line)
        self._picture = RowsPicture(self._style, self._heights, self._scrolling, self._viewport())
        self._viewport().setMouseTracking(True)

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def convention(self) -> Convention:
        """The convention of the formulas: as chosen, else the scenario's."""
        return self._picture.convention

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far a program has run; only the values are redrawn when nothing else has changed."""
        picture = self._picture
        before, picture.snapshot = picture.snapshot, snapshot
        is_new = picture.read()
        if is_new or before is None or before.position.line != snapshot.position.line:
            picture.arrange()
            self._describe()
            self._scrolling.scroll_to(snapshot.position.line or 1)
            self._viewport().update()
        elif picture.values_left is not None:
            self._viewport().update(picture.values_left, 0, self.width(), self.height())

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected line."""
        if selection.line != self._picture.selected:
            self._picture.selected = selection.line
            self._describe()
            if selection.line is not None:
                self._scrolling.scroll_to(selection.line)
            self._viewport().update()

    def show_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Mark the lines that have breakpoints."""
        marked: dict[str, bool] = {}
        for point in breakpoints:
            from nnviz.model.breakpoints import LineReached

            if isinstance(point.condition, LineReached):
                marked[point.condition.symbol] = point.enabled
        self._picture.breakpoints = marked
        self._describe()
        self._viewport().update()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas and shapes in a convention."""
        self._picture.convention = convention
        self._picture.read()

    def show_all_shapes(self, shown: bool) -> None:
        """Write the shapes under every line, or only under the one that has just run."""
        if shown != self._picture.all_shapes:
            self._picture.all_shapes = shown
            self._picture.arrange()

    def fold(self, key: Key) -> None:
        """Fold the lines of a stage or a layer away, or show them again."""
        self._picture.fold(key)

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings from the top."""
        return self._picture.headings()

    def shown_row(self, line: int) -> tuple[RowText, RowState]:
        """Return what the row of a line (from 1) shows."""
        return self._picture.row(line)

    def shown_formula(self, line: int) -> str:
        """Return the formula of a line as it fits the pane."""
        return self._picture.fitting_formula(line)

    def formula(self, line: int) -> str:
        """Return how a line (from 1) is written."""
        return self._picture.formula(line)

    def breakpoint_on(self, line: int) -> bool | None:
        """Return whether a line's breakpoint is enabled; None when it has none."""
        return self._picture.breakpoint_on(line)

    def row_rect(self, line: int) -> QRect:
        """Return the rectangle of a line (from 1) in the viewport; empty where it is folded away."""
        return self._picture.row_rect(line)

    def heading_rect(self, key: Key) -> QRect:
        """Return the rectangle of a heading in the viewport; empty where there is none."""
        return self._picture.heading_rect(key)

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
        self._picture.draw(QPainter(self._viewport()), event.rect())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place the columns again."""
        super().resizeEvent(event)
        self._picture.place_columns_again()
        self._scrolling.fit()
        if self._picture.snapshot is not None:
            self._scrolling.scroll_to(self._picture.snapshot.position.line or 1)

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
            line = self._picture.current_line()
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
            self._picture.fold_current(folds=event.key() == Qt.Key.Key_Minus)
        elif step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the window's keys, Page down among them, are not for scrolling here
        elif self._picture.has_rows:
            here = self._picture.current_line()
            self.line_requested.emit(self._picture.next_shown(here, step) if here else 1)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show the tooltip of the row under the mouse."""
        if isinstance(event, QHelpEvent) and self._picture.snapshot is not None:
            row = self._scrolling.row_at(event.pos().y())
            text = self._picture.tip(row, is_gutter=self._is_in_gutter(event.pos().x()))
            if text:
                QToolTip.showText(event.globalPos(), text, self._viewport(), self._scrolling.rect(row))
                return True
        return super().viewportEvent(event)

    # Inside ------------------------------------------------------------------------------------------------------

    def _viewport(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None  # a scroll area always has one
        return viewport

    def _line_at(self, y: int) -> int:
        """Return the line at a height, or the one whose right line is shown there; 0 where there is none."""
        return self._scrolling.layout.line_of(self._scrolling.row_at(y))

    def _is_in_gutter(self, x: float) -> bool:
        return x < self._style.theme.px(metrics.GUTTER)

    def _hover(self, row: int) -> None:
        if row != self._picture.hovered:
            before, self._picture.hovered = self._picture.hovered, row
            if any(self._scrolling.layout.heading(each) is not None for each in (before, row)):
                self._viewport().update()

    def _copy(self) -> None:
        clipboard, line = QGuiApplication.clipboard(), self._picture.current_line()
        if line and clipboard is not None:
            clipboard.setText(self.formula(line))

    def _describe(self) -> None:
        """Describe the current line for screen readers."""
        line = self._picture.current_line()
        if self._picture.has_line(line):
            self.setAccessibleDescription(spoken(*self.shown_row(line)))
