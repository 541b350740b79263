"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWindow,
)
from PyQt6.QtWidgets import QWidget

from nnviz.views.theme import Theme, heading_font, metrics

_VEIL = 0.86
"""How much of the window the veil hides."""


class FileDrop(QWidget):
    """
    A veil over a window while a file is dragged over it, where it can be let go.

    A drag onto the window raises it before any field below can take the drag for text; as long as it is up, it gets
    what is dropped. Text that is dragged is none of its business.

    Signals
    -------
    file_dropped(Path)
        A file of this machine; what is in it is found out by whoever opens it.
    several_dropped(Path, int)
        The first of several files, and how many there were; `file_dropped` follows.
    refused(str)
        The address of what is not a file of this machine.

    Parameters
    ----------
    window : QWidget
        What files can be dropped on; it owns the veil.
    theme : Theme
    """

    file_dropped = pyqtSignal(object)
    several_dropped = pyqtSignal(object, int)
    refused = pyqtSignal(str)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._text = ""
        self.setFont(heading_font(theme))
        self.setAcceptDrops(True)
        self.setVisible(False)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Raise the veil when files come over the window: before Qt looks for who takes them."""
        if isinstance(event, QDragEnterEvent) and isinstance(watched, QWindow) and _has_files(event.mimeData()):
            self._raise(event.mimeData())
        elif isinstance(event, QShowEvent) and isinstance(watched, QWidget):
            # Only what is shown has a window of the system; installing a filter again does no harm.
            handle = watched.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Take what has raised the veil."""
        if event is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent | None) -> None:
        """Take it everywhere."""
        if event is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent | None) -> None:
        """Go when the drag goes."""
        self.hide()

    def dropEvent(self, event: QDropEvent | None) -> None:
        """Say what was dropped."""
        self.hide()
        data = None if event is None else event.mimeData()
        if event is None or data is None or not _has_files(data):
            return
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not files:
            self.refused.emit(data.urls()[0].toDisplayString())
            return
        if len(data.urls()) > 1:
            self.several_dropped.emit(files[0], len(data.urls()))
        self.file_dropped.emit(files[0])

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the veil, its frame and what letting go would do."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.window)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        gap, corner = theme.px(metrics.GAP), theme.px(metrics.CORNER)
        painter.setPen(QPen(QColor(theme.accent), theme.px(metrics.RING), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(gap, gap, -gap, -gap), corner, corner)
        padding = theme.px(metrics.PADDING)
        fonts = painter.fontMetrics()
        text = fonts.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width() - 4 * (gap + padding))
        sign = QRectF(0, 0, fonts.horizontalAdvance(text) + 4 * padding, fonts.height() + 2 * padding)
        sign.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(theme.accent), theme.px(metrics.BORDER)))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(sign, corner, corner)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, text)

    def _raise(self, data: QMimeData | None) -> None:
        urls = [] if data is None else data.urls()
        self._text = self.tr("Open %1").replace("%1", urls[0].fileName()) if urls else ""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()


def _has_files(data: QMimeData | None) -> bool:
    return data is not None and data.hasUrls() and bool(data.urls())
