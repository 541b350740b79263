"""The whole run as a groove: the cursor in it, edits, settings in force, and a word when it stands in the past."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.timeline.run_marks import RunMarks
from nnviz.views.timeline.words import edits_texts, settings_texts, update_text

_NEAR = 4
"""How near to an edit's mark, in pixels, the mouse must be to be told of it."""


class RunSlider(QWidget):
    """A groove over all updates of the branch; its handle stands where the cursor does, and can be dragged.

    Ticks are where settings were changed, and the lines under the groove as far as each settings were in force; dots
    are edited cells. Over the groove the mouse is told the update there, and with what it was made.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to.
    newest_requested()
        The person wants to return to where the run ends.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    seek_requested = pyqtSignal(object)
    newest_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = label_font(theme)
        self._measure = QFontMetrics(self._font)
        self._snapshot: Snapshot | None = None
        self._asked: int | None = None
        self._marks = RunMarks(theme)
        self._hovered: float | None = None
        self.setMouseTracking(True)
        self.setFixedHeight(theme.px(metrics.PILL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The run so far"))

    def sizeHint(self) -> QSize:
        """Return the height of a pill."""
        return QSize(self._theme.px(metrics.BAR) * 8, self._theme.px(metrics.PILL))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where a snapshot stands in its branch."""
        self._snapshot = snapshot
        self.update()

    def pill_text(self) -> str:
        """Return the word on standing in the past; empty at the newest."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.is_newest:
            return ""
        told = self.tr("in the past · End returns to update %1")
        return told.replace("%1", format_count(snapshot.newest.update))

    def place_of(self, update: float) -> QPointF:
        """Return where an update stands in the groove."""
        groove = self._groove()
        of = max(1, self._snapshot.newest.update if self._snapshot is not None else 1)
        return QPointF(groove.left() + groove.width() * update / of, groove.center().y())

    def update_at(self, x: float) -> int:
        """Return the update that stands at a place across."""
        if self._snapshot is None:
            return 0
        groove = self._groove()
        share = min(max((x - groove.left()) / groove.width(), 0.0), 1.0)
        return round(share * self._snapshot.newest.update)

    # Painting ----------------------------------------------------------------------------------------------------

    def _pill(self) -> QRectF:
        text = self.pill_text()
        if not text:
            return QRectF(self.width(), 0, 0, self.height())
        width = self._measure.horizontalAdvance(text) + 2 * self._theme.px(metrics.PADDING)
        return QRectF(self.width() - width, 0, width, self.height())

    def _groove(self) -> QRectF:
        px = self._theme.px
        left, height = px(metrics.PADDING), px(metrics.TRACK)
        return QRectF(left, (self.height() - height) / 2, max(1.0, self._pill().left() - 2 * left), height)

    def _share(self) -> float:
        """Return how far the cursor is, in updates: a fraction inside one."""
        position = self._snapshot.position if self._snapshot is not None else None
        if position is None:
            return 0.0
        return position.completed + (position.line / position.lines if position.is_inside else 0.0)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the groove, what has run of it, the marks of edits and settings, the handle, and the pill."""
        snapshot, theme = self._snapshot, self._theme
        if snapshot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove, handle = self._groove(), self.place_of(min(self._share(), snapshot.newest.update))
        round_ = groove.height() / 2
        painter.setBrush(QColor(theme.border))
        painter.drawRoundedRect(groove, round_, round_)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(groove.topLeft(), QPointF(handle.x(), groove.bottom())), round_, round_)
        self._marks.draw(painter, snapshot, groove)
        if self._hovered is not None:
            self._marks.draw_hover(painter, self.place_of(self.update_at(self._hovered)).x(), groove)
        self._marks.draw_handle(painter, handle)
        if self.pill_text():
            self._paint_pill(painter)

    def _paint_pill(self, painter: QPainter) -> None:
        pill = self._pill().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.now_row))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(self._font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.pill_text())

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go where the groove is pressed; return to the newest by the pill."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pill().contains(event.position()):
            self.newest_requested.emit()
        else:
            self._asked = None
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Follow the mouse while it is pressed, and tell of the update under it."""
        if event is None or self._snapshot is None:
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        x = event.position().x()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(x)
        self._hovered = None if self._pill().contains(event.position()) else x
        QToolTip.showText(event.globalPosition().toPoint(), self.tip(x), self)
        self.update()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Tell of none."""
        self._hovered = None
        self.update()

    def _seek(self, x: float) -> None:
        if self._snapshot is None:
            return
        update = self.update_at(x)
        # A drag asks once for each place that it comes to.
        if update != self._asked:
            self._asked = update
            self.seek_requested.emit(update)

    def event(self, event: QEvent | None) -> bool:
        """Tell of the update under a mouse that rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def tip(self, x: float) -> str:
        """Return the tooltip at a place: the update, what it was made with as far as that changed, and edits there."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.newest.update == 0:
            return self.tr("The run so far: drag to go back to any update, exactly as it was")
        if self._pill().contains(QPointF(x, self.height() / 2)):
            return self.tr("Click: return to where the run ends")
        near = [m for m in snapshot.marks if abs(self.place_of(m.position.update).x() - x) <= self._theme.px(_NEAR)]
        update = self.update_at(x)
        settings = settings_texts(snapshot.effective_settings, update)
        return "\n".join((update_text(update, snapshot.effective_settings), *settings, *edits_texts(near)))
