"""A problem or a piece of news, shown in the window and not in a dialog."""

from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.clipboard import copy_text

NoticeKind = Literal["fault", "info"]


def paint_marked_frame(bar: QWidget, theme: Theme, frame: str, mark: str) -> None:
    """Paint a bar's ground, its frame, and the mark at its left, in two colours of the theme."""
    width, corner = theme.px(metrics.BORDER), theme.px(metrics.CORNER)
    inset, thickness = theme.px(metrics.GAP), theme.px(metrics.SMALL_GAP)
    painter = QPainter(bar)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(frame), width))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(QRectF(bar.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), corner, corner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark))
    painter.drawRoundedRect(QRectF(inset, inset, thickness, bar.height() - 2 * inset), thickness / 2, thickness / 2)


@dataclass(frozen=True)
class Notice:
    """What a bar shows; the parts are those of `NoticeBar.tell`."""

    kind: NoticeKind
    text: str
    details: str = ""
    action: str = ""


class NoticeBar(QWidget):
    """
    A bar with a text, and where there are any, details to copy and one thing to do.

    It is hidden while there is nothing to show.

    Signals
    -------
    action_requested()
        The action's button was pressed.
    dismissed()
        The person closed the bar.

    Parameters
    ----------
    theme : Theme
    parent : QWidget, optional
    """

    action_requested = pyqtSignal()
    dismissed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: NoticeKind = "info"
        self._details = ""
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._copy = QPushButton(self)
        self._close = QToolButton(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        for button in (self._action, self._copy, self._close):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._action.clicked.connect(self.action_requested)
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self._dismiss)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setVisible(False)
        self._fill(theme)

    def tell(self, kind: NoticeKind, text: str, details: str = "", action: str = "") -> None:
        """
        Show a text in place of the one that is there.

        Parameters
        ----------
        kind : {"fault", "info"}
        text : str
            One or two translated sentences: what happened, where, and what can be done.
        details : str
            What the copy button puts on the clipboard, in full; without it there is no such button.
        action : str
            Translated label of the button that emits `action_requested`; without it there is none.
        """
        self._kind = kind
        self._details = details
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._copy.setVisible(bool(details))
        self.setVisible(True)
        self.update()

    def clear(self) -> None:
        """Hide the text; no signal."""
        self._details = ""
        self._text.clear()
        self.setVisible(False)

    def text(self) -> str:
        """Return the text that is shown; empty if none is."""
        return self._text.text()

    def notice(self) -> Notice | None:
        """Return all that is shown; None if nothing is."""
        text = self.text()
        return Notice(self._kind, text, self._details, self._action.text()) if text else None

    def show_notice(self, notice: Notice) -> None:
        """Show what another bar showed."""
        self.tell(notice.kind, notice.text, notice.details, notice.action)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the frame, and the mark that distinguishes a fault from news."""
        colour = self._theme.fault if self._kind == "fault" else self._theme.accent
        paint_marked_frame(self, self._theme, colour if self._kind == "fault" else self._theme.border, colour)

    def _fill(self, theme: Theme) -> None:
        """Set the row's margins, and the texts and icons of the bar's own buttons."""
        padding, gap = theme.px(metrics.PADDING), theme.px(metrics.GAP)
        # Room for the coloured mark on the left.
        self._row.setContentsMargins(padding + gap, gap, padding, gap)
        self._row.setSpacing(gap)
        self._copy.setText(self.tr("Copy details"))
        self._copy.setIcon(icon("copy", theme))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setIcon(icon("close", theme, "secondary"))
        self._close.setIconSize(QSize(theme.px(metrics.ICON), theme.px(metrics.ICON)))

    def _copy_details(self) -> None:
        copy_text(self._details)

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
