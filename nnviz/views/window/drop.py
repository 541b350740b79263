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
"""Opacity of the veil."""


class FileDrop(QWidget):
    """
    A veil over a window while a file is dragged over it, onto which the file is dropped.

    A drag onto the window raises it before a field below can take the drag for text; while it is raised, it receives
    what is dropped. It ignores dragged text.

    Signals
    -------
    file_dropped(Path)
        A file of this machine; its contents are not checked yet.
    several_dropped(Path, int)
        The first of several files, and how many there were; `file_dropped` follows.
    refused(str)
        The address of something that is not a file of this machine.

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
        """Raise the veil when files are dragged over the window, before Qt looks for a widget that accepts them."""
        if isinstance(event, QDragEnterEvent) and isinstance(watched, QWindow) and _has_files(event.mimeData()):
            self._raise(event.mimeData())
        elif isinstance(event, QShowEvent) and isinstance(watched, QWidget):
            # Only a shown widget has a native window; installing the filter twice does no harm.
            handle = watched.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Accept the drag."""
        if event is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent | None) -> None:
        """Accept the drag everywhere."""
        if event is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent | None) -> None:
        """Hide the veil when the drag leaves."""
        self.hide()

    def dropEvent(self, event: QDropEvent | None) -> None:
        """Announce what was dropped."""
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
        """Draw the veil, its frame, and what dropping will do."""
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
