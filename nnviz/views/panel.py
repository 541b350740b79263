"""A panel: a dock widget with one quiet frame around its heading and its body."""

from typing import Final

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.views.theme import Theme, heading_font, icon, metrics
from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.segmented_control import SegmentedControl
from nnviz.views.widgets.shortcuts import is_space_override

_CLOSE_SHARE: Final = 0.75
"""The close button's size, as a share of an icon's: it is in the margin at the heading's right end."""
_NARROWEST: Final = 200
"""The width at scale 1 that every panel can be given."""


class _Framed(QWidget):
    """The upper or the lower part of a panel's frame."""

    def __init__(self, theme: Theme, parent: QWidget, *, upper: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._upper = upper
        self._ringed = False

    def set_ringed(self, ringed: bool) -> None:
        if ringed != self._ringed:
            self._ringed = ringed
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        theme = self._theme
        width = theme.px(metrics.BORDER)
        corner = theme.px(metrics.CORNER)
        # The frame of the whole panel, of which the other part lies outside this widget and is clipped.
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        if self._upper:
            frame.setBottom(frame.bottom() + 2 * corner)
        else:
            frame.setTop(frame.top() - 2 * corner)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if self._ringed else theme.border), width))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(frame, corner, corner)


_SPARED = "00"
"""A heading may leave as much room unused: a number in it counts on, and what is beside it stays in its place."""


class _Heading(_Framed):
    """Title, note, and the controls right of them; the panel is dragged by it."""

    def __init__(self, panel: "Panel", theme: Theme) -> None:
        super().__init__(theme, panel, upper=True)
        self.title = ElidedLabel("", self, spared=_SPARED)
        self.note = ElidedLabel("", self)
        self.aside = ElidedLabel("", self)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self.note, self.aside):
            label.setProperty("role", "secondary")
            # They take what room the title and the controls leave.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setVisible(False)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("close")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.setProperty("bare", True)
        self.close_button.setVisible(False)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.title)
        self.row.addWidget(self.note, 1)
        self.row.addWidget(self.aside, 1)
        # Without a note, this and not a control takes what room is left.
        self.row.addStretch(0)
        self.title.setFont(heading_font(theme))
        padding, border = theme.px(metrics.PADDING), theme.px(metrics.BORDER)
        self.row.setContentsMargins(padding, border, padding, 0)
        # The dock widget takes a title bar's height from its hint, thousands of times before the first frame.
        self.row.addStrut(theme.px(metrics.HEADING) - border)
        self._narrowest = theme.px(_NARROWEST)
        self.row.setSpacing(theme.px(metrics.GAP))
        side = round(theme.px(metrics.ICON) * _CLOSE_SHARE)
        self.close_button.setIcon(icon("close", theme, "secondary"))
        self.close_button.setIconSize(QSize(side, side))

    def minimumSizeHint(self) -> QSize:
        """Return a width that does not depend on what has been left out for lack of room.

        Otherwise a window that is wide could not be made narrow in one go, as headings leave things out only then.
        """
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._narrowest), hint.height())

    def enterEvent(self, event: QEnterEvent | None) -> None:
        super().enterEvent(event)
        self.close_button.setVisible(True)

    def leaveEvent(self, event: QEvent | None) -> None:
        super().leaveEvent(event)
        self.close_button.setVisible(False)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._place_close_button()
        self.fit_title()

    def event(self, event: QEvent | None) -> bool:
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self.fit_title()
        return done

    def fit_title(self) -> None:
        """Leave title and note out where less than half of the title would be seen: the controls say enough."""
        margins, title = self.row.contentsMargins(), self.title.sizeHint().width()
        room = self.width() - margins.left() - margins.right()
        for place in range(self.row.count()):
            item = self.row.itemAt(place)
            control = None if item is None else item.widget()
            if control not in (None, self.title, self.note, self.aside) and not control.isHidden():
                hint = control.minimumSizeHint() if self.row.stretch(place) else control.sizeHint()
                room -= hint.width() + self.row.spacing()
        has_room = 2 * room >= title
        self.title.setVisible(has_room)
        self.note.setVisible(has_room and bool(self.note.text()))

    def _place_close_button(self) -> None:
        # In the right margin, over nothing, so that the controls never move when it appears.
        border = self._theme.px(metrics.BORDER)
        side = self._theme.px(metrics.PADDING) - border
        self.close_button.setGeometry(self.width() - side - border, border, side, self.height() - border)
        self.close_button.raise_()


class Panel(QDockWidget):
    """
    A dock widget with the heading, frame and corners of all panels.

    It is dragged by its heading, floats on a double click, and is hidden and shown by ``toggleViewAction()``.
    While its body has the keyboard, the frame is drawn in the accent colour.

    Parameters
    ----------
    object_name : str
        Names the panel in the saved window layout; never translated.
    title : str
        Translated heading.
    theme : Theme
    parent : QWidget, optional
    """

    def __init__(self, object_name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self._theme = theme
        self._heading = _Heading(self, theme)
        self._heading.close_button.clicked.connect(self.close)
        self.setTitleBarWidget(self._heading)
        self._body: QWidget | None = None
        self._keyboard: QWidget | None = None
        self._reason: QLabel | None = None
        self._frame = _Framed(theme, self, upper=False)
        self._layout = QVBoxLayout(self._frame)
        border = theme.px(metrics.BORDER)
        # The lowest part of the frame is its round corners, which the body must not paint over.
        self._layout.setContentsMargins(border, 0, border, theme.px(metrics.CORNER) // 2)
        self.setWidget(self._frame)
        self.set_title(title)

    @property
    def theme(self) -> Theme:
        """The theme that the panel is drawn in."""
        return self._theme

    def set_title(self, title: str) -> None:
        """Set the translated heading, which is also the name in the View menu."""
        self.setWindowTitle(title)
        self.set_heading(title)
        # self.tr would look for it under the name of the subclass.
        tip = QCoreApplication.translate("Panel", "Hide this panel; the View menu shows it again")
        self._heading.close_button.setToolTip(tip)

    def set_heading(self, heading: str) -> None:
        """Set another translated heading than the panel's name."""
        self._heading.title.setText(heading)

    def set_title_tip(self, text: str) -> None:
        """Set what the heading says when it is pointed at."""
        self._heading.title.setToolTip(text)

    def set_note(self, text: str) -> None:
        """Set secondary text directly beside the heading."""
        self._heading.note.setText(text)
        self._heading.fit_title()

    def set_aside(self, text: str) -> None:
        """Set secondary text at the right end of the heading."""
        self._heading.aside.setText(text)
        self._heading.aside.setVisible(bool(text))

    def add_control(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a control at the right end of the heading, right of those that are there.

        One with a stretch has what room the others leave, in this proportion to the note, which has 1.
        """
        if isinstance(widget, SegmentedControl):
            # The title has less room before a choice is elided.
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._heading.row.addWidget(widget, stretch)
        self._heading.close_button.raise_()

    def set_body(self, widget: QWidget) -> None:
        """Place a widget under the heading, without padding; it replaces the body that was there."""
        if self._body is not None:
            self._body.removeEventFilter(self)
            self._layout.removeWidget(self._body)
            self._body.deleteLater()
        self._body = widget
        self._layout.addWidget(widget)
        widget.installEventFilter(self)
        self.setFocusProxy(widget if widget.focusPolicy() != Qt.FocusPolicy.NoFocus else None)

    def show_reason(self, text: str) -> None:
        """Show in place of the body why there is nothing in it; empty shows the body again."""
        if not text and self._reason is None:
            return
        if self._reason is None:
            self._reason = QLabel(self._frame)
            self._reason.setProperty("role", "secondary")
            self._reason.setWordWrap(True)
            self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._reason.setTextFormat(Qt.TextFormat.PlainText)
            self._reason.setMargin(self._theme.px(metrics.PADDING))
            self._layout.addWidget(self._reason, 1)
        self._reason.setText(text)
        self._reason.setVisible(bool(text))
        if self._body is not None:
            self._body.setVisible(not text)

    def reason(self) -> str:
        """Return why there is nothing in the body; empty where there is."""
        return "" if self._reason is None else self._reason.text()

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Set what gets the keyboard when the panel gets it.

        Qt does not know of it: Tab would stop at it before it comes to the heading's controls, and go on behind them.
        """
        self._keyboard = widget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Move the keyboard to what has it for the panel."""
        if self._keyboard is None:
            super().setFocus(reason)
        else:
            self._keyboard.setFocus(reason)

    def event(self, event: QEvent | None) -> bool:
        """Make Space press a button that has the keyboard, wherever it is in the panel; elsewhere it runs."""
        asks = event is not None and event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(QApplication.focusWidget(), QAbstractButton) and is_space_override(event):
            return True
        return super().event(event)

    def body(self) -> QWidget | None:
        """Return the widget under the heading."""
        return self._body

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Follow the keyboard into and out of the body."""
        if event is not None and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            ringed = event.type() == QEvent.Type.FocusIn
            self._heading.set_ringed(ringed)
            self._frame.set_ringed(ringed)
        return super().eventFilter(watched, event)
