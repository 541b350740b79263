"""The caption of the introduction: a sentence under the stage about what is going on, and three ways to go on."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.notice_bar import paint_marked_frame

_WIDTH: Final = 560


class Caption(QWidget):
    """A sentence, and a card for each thing to do; drawn over the lower edge of a part of the window.

    Signals
    -------
    chosen(str)
        The card that was pressed: ``watch``, ``step`` or ``debug``.

    Parameters
    ----------
    theme
        Colours and sizes.
    stage
        Over the lower edge of which it is.
    """

    chosen = pyqtSignal(str)

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme, self._stage = theme, stage
        self.setObjectName("caption")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("role", "heading")
        column = QVBoxLayout(self)
        padding, gap = theme.px(metrics.PADDING), theme.px(metrics.GAP)
        column.setContentsMargins(padding + gap, gap, padding, gap)
        column.setSpacing(gap)
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(gap)
        self.cards = {
            "watch": QPushButton(self.tr("Watch"), self),
            "step": QPushButton(self.tr("Step"), self),
            "debug": QPushButton(self.tr("Debug my own code"), self),
        }
        tips = {
            "watch": self.tr("See XOR being learned, from the start"),
            "step": self.tr("Take over: → runs one line, ← goes back"),
            "debug": self.tr("Paste or drop a script of yours, and see its first wrong line"),
        }
        for name, card in self.cards.items():
            card.setObjectName(name)
            card.setToolTip(tips[name])
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            card.clicked.connect(self._choose)
            row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        self.setVisible(False)

    def show_text(self, text: str) -> None:
        """Show a sentence."""
        if text != self._text.text():
            self._text.setText(text)
            self._text.setAccessibleName(text)
        if self.isHidden():
            self.setVisible(True)
        self.place()

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw a frame, marked with amber: it is about now."""
        paint_marked_frame(self, self._theme, self._theme.field_border, self._theme.now_mark)

    def place(self) -> None:
        """Place it again, for another size of what it is over."""
        if self.isHidden():
            return
        gap = self._theme.px(metrics.GAP)
        width = min(self._theme.px(_WIDTH), self._stage.width() - 2 * gap)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((self._stage.width() - width) // 2, self._stage.height() - height - gap, width, height)
        self.raise_()

    def _choose(self) -> None:
        card = self.sender()
        assert card is not None
        self.chosen.emit(card.objectName())
