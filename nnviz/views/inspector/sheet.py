"""The sheet of paper that the inspector writes on."""

from __future__ import annotations

from typing import cast

from PyQt6.QtCore import Qt, QUrl, pyqtSignal
from PyQt6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PyQt6.QtWidgets import QTextBrowser, QWidget

from nnviz.model.selection import Cell
from nnviz.views.inspector.page import Page, Paragraph, ParagraphKind, Span
from nnviz.views.theme import Theme, hatch_brush, label_font, metrics, mono_font, mono_small_font

_LONGEST_INDENT = 16
"""Equations are indented by what stands before the equals sign, up to this many characters."""


# The stubs take a value for its enumeration, and the setter takes the integer that it is.
_PROPORTIONAL = cast(int, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


class Sheet(QTextBrowser):
    """Shows a page; its text can be selected and copied, its links followed with the mouse or Tab and Enter.

    Signals
    -------
    cell_requested(Cell)
        A number was followed.
    copy_requested()
        Copy was asked for with nothing selected.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    copy_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: list[Cell] = []
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # The panel's frame is the only one.
        self.setStyleSheet(f"border: none; border-radius: 0px; padding: 0px; background: {theme.panel};")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        document = self.document()
        assert document is not None  # a text edit always has one
        self._document = document
        document.setDocumentMargin(0)
        self.setViewportMargins(theme.px(metrics.PADDING), 0, theme.px(metrics.PADDING), 0)
        self._character = QFontMetricsF(mono_font(theme)).horizontalAdvance("0")
        self._formats = self._make_formats()

    def show_page(self, page: Page, *, keep_place: bool) -> None:
        """Write a page; with `keep_place` it stays scrolled to where it was."""
        bar = self.verticalScrollBar()
        place = bar.value() if bar is not None and keep_place else 0
        self._cells = []
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        before: ParagraphKind | None = None
        for paragraph in page.paragraphs:
            if before is None:
                cursor.setBlockFormat(self._block_format(paragraph, before))
            else:
                cursor.insertBlock(self._block_format(paragraph, before))
            for span in paragraph.spans:
                cursor.insertText(span.text, self._char_format(paragraph, span))
            before = paragraph.kind
        cursor.endEditBlock()
        if bar is not None:
            bar.setValue(place)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Copy: what is selected, else what is explained."""
        assert event is not None
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self, url: QUrl) -> None:
        self.cell_requested.emit(self._cells[int(url.fragment())])

    def _make_formats(self) -> dict[str, QTextCharFormat]:
        theme, formats = self._theme, {}
        for name, font, colour in (
            ("plain", mono_font(theme), theme.text),
            ("link", mono_font(theme, bold=True), theme.accent),
            ("strong", mono_font(theme, bold=True), theme.text),
            ("hatched", mono_font(theme), theme.text),
            ("definition", mono_small_font(theme), theme.secondary),
            ("back", label_font(theme), theme.accent),
            ("words", label_font(theme), theme.secondary),
        ):
            formats[name] = QTextCharFormat()
            formats[name].setFont(font)
            formats[name].setForeground(QBrush(QColor(colour)))
        formats["hatched"].setBackground(hatch_brush(theme))
        return formats

    def _char_format(self, paragraph: Paragraph, span: Span) -> QTextCharFormat:
        is_text = paragraph.kind in ("definition", "back", "words")
        made = QTextCharFormat(self._formats[paragraph.kind if is_text else span.kind])
        if span.cell is not None:
            made.setAnchor(True)
            made.setAnchorHref(f"#{len(self._cells)}")
            made.setToolTip(span.tip)
            self._cells.append(span.cell)
        return made

    def _block_format(self, paragraph: Paragraph, before: ParagraphKind | None) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(metrics.LINE_HEIGHT, _PROPORTIONAL)
        if paragraph.left:
            # What wraps stands right of the equals sign, as do the lines that continue the equation.
            indent = (min(len(paragraph.left), _LONGEST_INDENT) + len(" = ")) * self._character
            hanging = len("= ") * self._character if paragraph.kind == "continued" else indent
            made.setLeftMargin(indent)
            made.setTextIndent(-hanging)
        starts_part = paragraph.kind in ("words", "definition") or (paragraph.kind, before) == ("equation", "continued")
        if before is not None and starts_part:
            made.setTopMargin(self._theme.px(metrics.GAP))
        return made
