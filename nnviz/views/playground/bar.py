"""The bar for a Playground link, which shows how much of it is carried over."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.model.errors import ModelError
from nnviz.model.playground import EXAMPLE, LinkNote, PlaygroundLink, read_link
from nnviz.model.playground.notes import LinkOutcome
from nnviz.views.error_text import error_text
from nnviz.views.theme import Theme, icon, metrics, mono_font
from nnviz.views.translation import translate_model
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.shortcuts import is_override_of

_HOST = "playground.tensorflow.org"
_BETWEEN = " · "


class PlaygroundBar(QWidget):
    """A field for a link, and under it why it cannot be opened, or what is carried over; hidden until `ask` is called.

    This is shown before anything is opened. Enter opens, Esc closes; the rest of the window keeps working.

    Signals
    -------
    link_requested(PlaygroundLink)
        Open a link, which is valid.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    link_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._link: PlaygroundLink | None = None
        self.field = QLineEdit(self)
        self.field.setFont(mono_font(theme))
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setAccessibleName(self.tr("Playground link"))
        self.field.textChanged.connect(self._read)
        self.field.returnPressed.connect(self._open)
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.setAutoDefault(True)
        self.open_button.clicked.connect(self._open)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close", theme, "secondary"))
        self.close_button.setIconSize(QSize(theme.px(metrics.ICON), theme.px(metrics.ICON)))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.clicked.connect(self.close_bar)
        self.fault = self._text("fault")
        self._focus = BorrowedFocus(self.field)
        self._make_notes()
        self._arrange()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._read("")
        self.setVisible(False)

    # Showing ----------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show the bar with an empty field or the copied link, and move the keyboard to it."""
        clipboard = QGuiApplication.clipboard()
        copied = "" if clipboard is None else clipboard.text().strip()
        self.field.setText(copied if _HOST in copied and "\n" not in copied else "")
        self.setVisible(True)
        self._focus.take()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar, and return the keyboard to where it was."""
        self._focus.give_back()
        self.setVisible(False)

    def text_of(self, outcome: LinkOutcome) -> str:
        """Return the text about the parts of the link that are kept, that differ, or that are left out."""
        return self._notes[outcome][1].text()

    # Keys and drawing --------------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep Esc from the window's shortcuts."""
        return is_override_of(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Close on Esc."""
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the frame."""
        theme = self._theme
        width, corner = theme.px(metrics.BORDER), theme.px(metrics.CORNER)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), width))
        painter.setBrush(QColor(theme.panel))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, corner, corner)

    # Inside ------------------------------------------------------------------------------------------------------

    def _read(self, text: str) -> None:
        """Show what the link in the field contains; nothing while the field is empty."""
        self._link, fault = None, ""
        if text.strip():
            try:
                self._link = read_link(text)
            except ModelError as error:
                fault = error_text(error)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        set_look(self.field, "fault", bool(fault))
        self.open_button.setEnabled(self._link is not None)
        notes = () if self._link is None else self._link.notes
        for outcome, (heading, label) in self._notes.items():
            label.setText(_notes_text(notes, outcome))
            for part in (heading, label):
                part.setVisible(bool(label.text()))

    def _open(self) -> None:
        if self._link is not None:
            link = self._link
            self.close_bar()
            self.link_requested.emit(link)

    # Making ------------------------------------------------------------------------------------------------------

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _make_notes(self) -> None:
        headings: dict[LinkOutcome, str] = {
            "differs": self.tr("different"),
            "left": self.tr("left out"),
            "kept": self.tr("as in Playground"),
        }
        self._notes: dict[LinkOutcome, tuple[QLabel, QLabel]] = {}
        for outcome, title in headings.items():
            heading = QLabel(title, self)
            heading.setProperty("role", "label")
            # Its letters are smaller than those beside it, and have the same baseline.
            heading.setContentsMargins(0, self._theme.px(metrics.SMALL_GAP / 2), 0, 0)
            self._notes[outcome] = heading, self._text("")

    def _arrange(self) -> None:
        gap, padding = self._theme.px(metrics.GAP), self._theme.px(metrics.PADDING)
        name = QLabel(self.tr("Playground link"), self)
        name.setBuddy(self.field)
        asked = QHBoxLayout()
        asked.setSpacing(gap)
        asked.addWidget(name)
        asked.addWidget(self.field, 1)
        asked.addWidget(self.open_button)
        asked.addWidget(self.close_button)
        notes = QGridLayout()
        notes.setHorizontalSpacing(padding)
        notes.setVerticalSpacing(self._theme.px(metrics.SMALL_GAP))
        notes.setColumnStretch(1, 1)
        for row, (heading, label) in enumerate(self._notes.values()):
            notes.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
            notes.addWidget(label, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, gap, padding, gap)
        column.setSpacing(self._theme.px(metrics.SMALL_GAP))
        column.addLayout(asked)
        column.addWidget(self.fault)
        column.addLayout(notes)


def _notes_text(notes: Sequence[LinkNote], outcome: LinkOutcome) -> str:
    """Return the notes of one outcome: what is kept in one paragraph, anything else in lines with their fields."""
    chosen = [note for note in notes if note.outcome == outcome]
    if outcome == "kept":
        return _BETWEEN.join(translate_model(note.text) for note in chosen)
    return "\n".join(f"{', '.join(note.fields)}: {translate_model(note.text)}" for note in chosen)
