"""The text browser that shows the inspector's page."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QRectF, Qt, QUrl, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PyQt6.QtWidgets import QTextBrowser, QWidget

from nnviz.views.inspector.bar_painting import BarColumns
from nnviz.views.inspector.page import Bar, LinkTarget, Page, Paragraph, ParagraphKind
from nnviz.views.inspector.text_formats import TextFormats
from nnviz.views.theme import Theme, metrics


class PageView(QTextBrowser):
    """Shows a page; its text can be selected and copied, its links followed with the mouse or Tab and Enter.

    Signals
    -------
    target_requested(LinkTarget)
        A link or a bar was followed.
    copy_requested()
        Copy was asked for with nothing selected.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    target_requested = pyqtSignal(object)
    copy_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats = TextFormats(theme)
        self._page = Page("", ())
        self._targets: list[LinkTarget] = []
        self._places: list[tuple[int, int]] = []
        self._bars: dict[int, tuple[Bar, LinkTarget | None]] = {}
        self._columns = BarColumns(theme, self._formats, Page("", ()))
        self._pressed: int | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        # The panel's frame is the only one.
        self.setStyleSheet(f"border: none; border-radius: 0px; padding: 0px; background: {theme.panel};")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        document = self.document()
        assert document is not None  # a text edit always has one
        self._document = document
        document.setDocumentMargin(0)
        self.setViewportMargins(theme.px(metrics.PADDING), 0, theme.px(metrics.PADDING), 0)

    def show_page(self, page: Page, *, keep_place: bool) -> None:
        """Write a page; with `keep_place` it stays scrolled where it was, and the link that had the focus keeps it."""
        bar = self.verticalScrollBar()
        place = bar.value() if bar is not None and keep_place else 0
        focused = self._focused_link() if keep_place else None
        self._page = page
        self._write(page)
        if focused is not None and focused < len(self._targets):
            self._focus_link(focused)
        if bar is not None:
            bar.setValue(place)

    def bar_place(self, number: int) -> QPoint:
        """Return the middle of a bar's row, from 0, in the viewport."""
        return self._row(sorted(self._bars)[number]).center().toPoint()

    def cut_lines(self) -> list[QRectF]:
        """Return the places in the viewport of lines that the upper and the lower edge would cut."""
        viewport, bar, layout = self.viewport(), self.verticalScrollBar(), self._document.documentLayout()
        assert viewport is not None
        assert bar is not None
        assert layout is not None  # a text edit has all three
        found: list[QRectF] = []
        for edge in (0, viewport.height()):
            cursor = self.cursorForPosition(QPoint(viewport.width() // 2, min(edge, viewport.height() - 1)))
            block = cursor.block()
            lines = block.layout()
            line = None if lines is None else lines.lineForTextPosition(cursor.positionInBlock())
            if line is None or not line.isValid():
                continue
            top = layout.blockBoundingRect(block).top() + line.y() - bar.value()
            if top < edge < top + line.height():
                found.append(QRectF(0, top, viewport.width(), line.height()))
        return found

    # Events ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Copy: what is selected, else what is explained."""
        assert event is not None
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Indent by the room that there is."""
        super().resizeEvent(event)
        # Not by the viewport, whose width changes with the scroll bar.
        if self._formats.fit(self.width()):
            self.show_page(self._page, keep_place=True)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Remember the bar under the button."""
        super().mousePressEvent(event)
        assert event is not None
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._bar_at(event.position().toPoint()) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Follow a bar that was clicked, anywhere in its row."""
        super().mouseReleaseEvent(event)
        assert event is not None
        place = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if pressed is None or pressed != self._bar_at(place) or self.anchorAt(place):
            return
        target = self._bars[pressed][1]
        if target is not None and not self.textCursor().hasSelection():
            self.target_requested.emit(target)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show that a bar can be clicked."""
        super().mouseMoveEvent(event)
        viewport = self.viewport()
        assert event is not None
        assert viewport is not None  # a scroll area always has one
        number = self._bar_at(event.position().toPoint())
        if number is not None and self._bars[number][1] is not None:
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif not self.anchorAt(event.position().toPoint()):
            viewport.setCursor(Qt.CursorShape.IBeamCursor)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the text, and the bars beside it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (bar, _) in self._bars.items():
            self._columns.draw(painter, bar, self._row(number))
        # No line is seen in part, at either edge.
        for cut in self.cut_lines():
            painter.fillRect(cut, QColor(self._theme.panel))

    # Inside ------------------------------------------------------------------------------------------------------

    def _write(self, page: Page) -> None:
        self._targets, self._places, self._bars = [], [], {}
        self._columns = BarColumns(self._theme, self._formats, page)
        cursor = QTextCursor(self._document)
        # In one edit: a document that is empty for a moment would be laid out, and lose its scroll bar, in between.
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        before: ParagraphKind | None = None
        for number, paragraph in enumerate(page.paragraphs):
            made = self._formats.of_paragraph(paragraph, before, self._columns.tab)
            if before is None:
                cursor.setBlockFormat(made)
            else:
                cursor.insertBlock(made)
            if paragraph.bar is not None:
                self._bars[number] = paragraph.bar, paragraph.spans[0].target
            self._write_spans(cursor, paragraph)
            before = paragraph.kind
        cursor.endEditBlock()

    def _write_spans(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        for index, span in enumerate(paragraph.spans):
            made = self._formats.of_span(paragraph, span)
            if span.target is not None:
                made.setAnchor(True)
                made.setAnchorHref(f"#{len(self._targets)}")
                self._targets.append(span.target)
                self._places.append((cursor.position(), cursor.position() + len(span.text)))
            text = f"\t{span.text}" if index and paragraph.bar is not None else span.text
            cursor.insertText(text, made)

    def _follow(self, url: QUrl) -> None:
        self.target_requested.emit(self._targets[int(url.fragment())])

    def _row(self, number: int) -> QRectF:
        """Return a paragraph's place in the viewport."""
        layout, bar, viewport = self._document.documentLayout(), self.verticalScrollBar(), self.viewport()
        assert layout is not None
        assert bar is not None
        assert viewport is not None  # a text edit has all three
        rect = layout.blockBoundingRect(self._document.findBlockByNumber(number)).translated(0, -bar.value())
        return QRectF(0, rect.top(), viewport.width(), rect.height())

    def _bar_at(self, place: QPoint) -> int | None:
        return next((number for number in self._bars if self._row(number).contains(place.toPointF())), None)

    def _focused_link(self) -> int | None:
        """Return the number of the link that the keyboard has reached."""
        cursor = self.textCursor()
        address = cursor.charFormat().anchorHref()
        return int(address[1:]) if cursor.hasSelection() and address else None

    def _focus_link(self, number: int) -> None:
        """Select a link, so that Enter follows it and Tab goes on from it."""
        begin, end = self._places[number]
        cursor = QTextCursor(self._document)
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
