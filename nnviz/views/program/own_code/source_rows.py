"""The lines of a person's source: scrolled, pointed at, and chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PyQt6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
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
from nnviz.views.program.own_code.source_layout import SourceLayout
from nnviz.views.program.own_code.source_picture import SourcePicture
from nnviz.views.program.own_code.source_texts import spoken
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.clipboard import copy_text
from nnviz.views.widgets.shortcuts import is_override

_HEIGHT_HINT, _HEIGHT_LEAST, _WIDTH_HINT, _WIDTH_LEAST = 15, 4, 30, 12
"""Sizes in rows."""
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
        self._row_height = theme.px(metrics.ROW)
        self._picture = SourcePicture(theme)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._find_words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Your code"))
        self._viewport().setMouseTracking(True)
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        assert bars[0] is not None  # a scroll area always has both
        assert bars[1] is not None
        self._bar, self._across = bars[0], bars[1]
        self._bar.setSingleStep(self._row_height)
        self.setCornerWidget(QWidget(self))  # without one, the style draws a frame there

    @property
    def source(self) -> SourceLayout:
        """The rows that are shown."""
        return self._picture.layout

    def show_source(self, layout: SourceLayout) -> None:
        """Show another source, or other verdicts on it; the place stays as far as it is there."""
        picture = self._picture
        keeps = [file.name for file in layout.files] == [file.name for file in picture.layout.files]
        picture.layout = layout
        if not keeps:
            self._bar.setValue(0)
            self._across.setValue(0)
        if not keeps or (picture.selected is not None and layout.row_of(picture.selected) is None):
            picture.selected = None
        self._fit_bars()
        self._idle.start()
        self._viewport().update()

    def show_moment(self, moment: Moment | None) -> None:
        """Show which line has just run; None where nothing runs."""
        before, self._picture.moment = self._picture.moment, moment
        if moment is not None and moment.at is not None and (before is None or before.at != moment.at):
            self._scroll_to(moment.at)
            self._describe()
        if before is None or moment is None or before.run is not moment.run:
            self._viewport().update()
            return
        # After a step of the same run only the rows look otherwise that the arrow leaves and reaches, and mended ones
        # under them.
        changed = before.at, moment.at
        for number, row in enumerate(self.source.rows):
            if row.at in changed:
                self._viewport().update(self._placed().rect(number))

    def show_breakpoints(self, breakpoints: Mapping[SourceLine, bool]) -> None:
        """Mark the lines that have breakpoints: whether each is enabled."""
        self._picture.breakpoints = breakpoints
        self._viewport().update()

    def select(self, at: SourceLine | None) -> None:
        """Mark a line as chosen."""
        if at != self._picture.selected:
            self._picture.selected = at
            if at is not None:
                self._scroll_to(at)
            self._describe()
            self._viewport().update()

    @property
    def selected(self) -> SourceLine | None:
        """The line that is chosen."""
        return self._picture.selected

    @property
    def current(self) -> SourceLine | None:
        """The chosen line, else the one that has just run."""
        return self._picture.current

    def row_rect(self, at: SourceLine) -> QRect:
        """Return the rectangle of a line in the viewport.

        Raises
        ------
        LookupError
            If there is no such line.
        """
        row = self.source.row_of(at)
        if row is None:
            raise LookupError(at)
        return self._placed().rect(row)

    def link_rect(self, at: SourceLine) -> QRect:
        """Return where the link that tries a mended line was painted; null where it was not."""
        return self._picture.link_rect(at)

    def tip_at(self, place: QPoint) -> str:
        """Return the tooltip of a place in the viewport."""
        return self._placed().tip_at(place)

    def sizeHint(self) -> QSize:
        """Return a size with room for a small program."""
        return QSize(_WIDTH_HINT * self._row_height, _HEIGHT_HINT * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few lines."""
        return QSize(_WIDTH_LEAST * self._row_height, _HEIGHT_LEAST * self._row_height)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the rows in the area to be painted."""
        assert event is not None
        self._placed().paint(QPainter(self._viewport()), event.rect())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fit the scroll bars to the new size."""
        super().resizeEvent(event)
        self._fit_bars()
        moment = self._picture.moment
        if moment is not None and moment.at is not None:
            self._scroll_to(moment.at)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the line under the mouse; in the gutter, its breakpoint; on its link, try the mended line."""
        assert event is not None
        picture, place = self._placed(), event.position().toPoint()
        row, tried = picture.entry_at(place.y()), picture.link_at(place)
        if event.button() != Qt.MouseButton.LeftButton or row is None or row.kind == "heading":
            return
        if tried is not None:
            self.try_requested.emit(tried)
        elif row.kind == "mended" or not picture.is_gutter(place.x()):
            self.line_requested.emit(row.at)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.breakpoint_switch_requested.emit(row.at)
        else:
            self.breakpoint_requested.emit(row.at)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Run to the line under the mouse."""
        assert event is not None
        picture, place = self._placed(), event.position().toPoint()
        row = picture.entry_at(place.y())
        is_text = not picture.is_gutter(place.x())
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row.kind == "line" and is_text:
            self.run_requested.emit(row.at)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Point with a hand at what can be pressed."""
        assert event is not None
        is_link = self._placed().link_at(event.position().toPoint()) is not None
        self._viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Request the menu of the line under the mouse, or from the keyboard that of the current line."""
        assert event is not None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self._placed().entry_at(event.pos().y())
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
                copy_text(self.source.files[at.file].lines[at.number - 1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if at is not None:
                self.run_requested.emit(at)
        elif step is None or not plain:
            event.ignore()  # the window's keys
        elif self.source.lines:
            lines = self.source.lines
            here = lines.index(at) if at in lines else -1
            self.line_requested.emit(lines[min(len(lines) - 1, max(0, here + step))])

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show what the name under the mouse holds, else what is said of its line."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self._viewport())
            return True
        return super().viewportEvent(event)

    def _viewport(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None  # a scroll area always has one
        return viewport

    def _placed(self) -> SourcePicture:
        """Return the picture as it is scrolled now."""
        self._picture.size = self._viewport().size()
        self._picture.offset = QPoint(self._across.value(), self._bar.value())
        return self._picture

    def _fit_bars(self) -> None:
        picture = self._placed()
        self._bar.setPageStep(picture.whole_rows * self._row_height)
        self._bar.setRange(0, max(0, len(self.source.rows) - picture.whole_rows) * self._row_height)
        room = picture.columns.right - picture.columns.text
        self._across.setPageStep(max(1, room))
        self._across.setRange(0, max(0, picture.text_width - room))

    def _scroll_to(self, at: SourceLine) -> None:
        """Bring a line into view, with a whole row at the top."""
        row = self.source.row_of(at)
        if row is None:
            return
        top = self._placed().top_for(row)
        if top is not None:
            self._bar.setValue(top * self._row_height)

    def _find_words(self) -> None:
        """Find the words of some more lines; those that can be seen first have been shown without colours."""
        for file in self.source.files:
            if not file.syntax.is_complete:
                file.syntax.read_to(file.syntax.lines_read + _LINES_AT_A_TIME)
                self._viewport().update()
                self._idle.start()
                return

    def _describe(self) -> None:
        """Describe the current line for screen readers."""
        at, source = self.current, self.source
        if at is not None and (row := source.row_of(at)) is not None:
            is_enabled = self._picture.breakpoints.get(at)
            self.setAccessibleDescription(
                spoken(at, source.text_of(source.rows[row]), source.notes.get(at), is_enabled)
            )


def _is_own(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
