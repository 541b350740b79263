"""The whole run as a groove: the cursor, edits, the reach of settings, and a pill while the cursor is in the past."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.timeline.run_marks import RunMarks
from nnviz.views.timeline.texts import edits_texts, settings_texts, update_text

_NEAR = 4
"""Distance from an edit's mark, in pixels, within which the tooltip names the edit."""


class RunSlider(QWidget):
    """A groove over all updates of the branch; its handle is at the cursor, and can be dragged.

    Ticks are where settings were changed, and each line under the groove reaches as far as those settings were
    effective; dots are edited cells. The tooltip names the update under the mouse, and its settings.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to.
    newest_requested()
        Go to the end of the run.

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
        """Show the position of a snapshot in its branch."""
        self._snapshot = snapshot
        self.update()

    def pill_text(self) -> str:
        """Return the text shown while the cursor is in the past; empty at the newest state."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.is_newest:
            return ""
        text = self.tr("in the past · End returns to update %1")
        return text.replace("%1", format_count(snapshot.newest.update))

    def place_of(self, update: float) -> QPointF:
        """Return where an update is in the groove."""
        groove = self._groove()
        of = max(1, self._snapshot.newest.update if self._snapshot is not None else 1)
        return QPointF(groove.left() + groove.width() * update / of, groove.center().y())

    def update_at(self, x: float) -> int:
        """Return the update at a horizontal place."""
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
        """Request the update where the groove is pressed; the newest where the pill is."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pill().contains(event.position()):
            self.newest_requested.emit()
        else:
            self._asked = None
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Follow the mouse while its button is held, and show the tooltip of the update under it."""
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
        """Remove the line under the mouse."""
        self._hovered = None
        self.update()

    def _seek(self, x: float) -> None:
        if self._snapshot is None:
            return
        update = self.update_at(x)
        # A drag requests each update once.
        if update != self._asked:
            self._asked = update
            self.seek_requested.emit(update)

    def event(self, event: QEvent | None) -> bool:
        """Show the tooltip of the update under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def tip(self, x: float) -> str:
        """Return the tooltip at a place: the update, those of its settings that ever changed, and edits there."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.newest.update == 0:
            return self.tr("The run so far: drag to go back to any update, exactly as it was")
        if self._pill().contains(QPointF(x, self.height() / 2)):
            return self.tr("Click: return to the end of the run")
        near = [m for m in snapshot.marks if abs(self.place_of(m.position.update).x() - x) <= self._theme.px(_NEAR)]
        update = self.update_at(x)
        settings = settings_texts(snapshot.effective_settings, update)
        return "\n".join((update_text(update, snapshot.effective_settings), *settings, *edits_texts(near)))
