"""The editor of a person's source."""

from __future__ import annotations

import re
from typing import Final

from PyQt6.QtCore import QEvent, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PyQt6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from nnviz.views.program.own_code.syntax import Syntax
from nnviz.views.theme import Theme, metrics, mono_font, syntax_colour
from nnviz.views.widgets.shortcuts import is_override

_INDENT: Final = 4
_TRIPLE: Final = re.compile(r'"""|' + r"'''")
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Colours(QSyntaxHighlighter):
    """Colours each line's words; strings over several lines are followed from line to line."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._formats = {}
        for kind in ("keyword", "number", "string", "comment"):
            text_format = QTextCharFormat()
            text_format.setForeground(syntax_colour(theme, kind))
            self._formats[kind] = text_format

    def highlightBlock(self, text: str | None) -> None:
        line = text or ""
        inside = {1: '"""', 2: "'''"}.get(self.previousBlockState(), "")
        start = 0
        if inside:
            end = line.find(inside)
            start = len(line) if end < 0 else end + 3
            self.setFormat(0, start, self._formats["string"])
            if end < 0:
                self.setCurrentBlockState(self.previousBlockState())
                return
        syntax = Syntax(line[start:])
        syntax.read_to(1)
        for span in syntax.spans(1):
            self.setFormat(start + span.start, span.stop - span.start, self._formats[span.kind])
        self.setCurrentBlockState(self._open_at_end(line[start:]))

    def _open_at_end(self, line: str) -> int:
        opened = ""
        for mark in _TRIPLE.findall(line.split("#")[0] if "'" not in line and '"' not in line else line):
            opened = mark if not opened else "" if mark == opened else opened
        return {'"""': 1, "'''": 2}.get(opened, 0)


class _Numbers(QWidget):
    """The line numbers beside the text."""

    def __init__(self, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width, 0)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        if event is not None:
            self._editor.paint_numbers(QPainter(self), event.rect())


class SourceEditor(QPlainTextEdit):
    """Edits Python.

    Signals
    -------
    run_requested()
        Ctrl+Return.
    save_requested()
        Ctrl+S: save and run.
    left()
        Esc.
    """

    run_requested = pyqtSignal()
    save_requested = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(mono_font(theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName(self.tr("Your code"))
        self.setPlaceholderText(
            self.tr("Paste or type the code that does not learn, or drop its .py or .ipynb file on the window.")
        )
        self.setStyleSheet("QPlainTextEdit { border: none; border-radius: 0; }")
        document = self.document()
        assert document is not None
        document.setDocumentMargin(theme.px(metrics.SMALL_GAP))
        self._colours = _Colours(document, theme)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._fit_numbers)
        self.updateRequest.connect(self._scroll_numbers)
        self._fit_numbers()

    def edit(self, text: str, line: int = 1) -> None:
        """Edit a text, with the cursor at a line, from 1."""
        self.setPlainText(text)
        document = self.document()
        assert document is not None
        cursor = QTextCursor(document.findBlockByNumber(max(0, line - 1)))
        self.setTextCursor(cursor)
        self.centerCursor()

    @property
    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self.textCursor().blockNumber() + 1

    @property
    def numbers_width(self) -> int:
        """Pixels of the line numbers."""
        px, digits = self._theme.px, len(str(max(1, self.blockCount())))
        text = digits * self.fontMetrics().horizontalAdvance("0")
        return px(metrics.GUTTER) + px(metrics.SMALL_GAP) + text + px(metrics.GAP)

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Draw the numbers of the lines in an area."""
        theme = self._theme
        painter.fillRect(area, QColor(theme.panel))
        painter.fillRect(QRect(0, area.top(), theme.px(metrics.GUTTER), area.height()), QColor(theme.window))
        painter.setFont(self.font())
        painter.setPen(QColor(theme.faint))
        block = self.firstVisibleBlock()
        right = self.numbers_width - theme.px(metrics.GAP)
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > area.bottom():
                break
            line = QRect(0, round(rect.top()), right, round(rect.height()))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(block.blockNumber() + 1)
            )
            block = block.next()

    def event(self, event: QEvent | None) -> bool:
        """Keep from the window what runs, saves, leaves and indents."""
        return is_override(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Run, save, leave, or indent; the rest is typing."""
        if event is None:
            return
        if event.key() in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.run_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Tab and not self.textCursor().hasSelection():
            column = self.textCursor().positionInBlock()
            self.insertPlainText(" " * (_INDENT - column % _INDENT))
        elif event.key() in _RETURN:
            line = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
            indent = line[: len(line) - len(line.lstrip())]
            self.insertPlainText("\n" + indent + (" " * _INDENT if line.rstrip().endswith(":") else ""))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place the numbers along the whole height."""
        super().resizeEvent(event)
        rect = self.contentsRect()
        self._numbers.setGeometry(QRect(rect.left(), rect.top(), self.numbers_width, rect.height()))

    def _fit_numbers(self) -> None:
        self.setViewportMargins(self.numbers_width, 0, 0, 0)

    def _scroll_numbers(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


def _is_own(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    is_tab = event.key() == Qt.Key.Key_Tab and not control
    return is_tab or event.key() == Qt.Key.Key_Escape or (control and event.key() in (*_RETURN, Qt.Key.Key_S))
