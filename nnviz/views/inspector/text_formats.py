"""The text formats of the inspector's page."""

from __future__ import annotations

from typing import Final, cast

from PyQt6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextOption

from nnviz.views.inspector.page import Paragraph, ParagraphKind, TextSpan, ToSample
from nnviz.views.theme import Theme, hatch_brush, heading_font, label_font, metrics, mono_font, mono_small_font

_LONGEST_INDENT: Final = 16
"""Equations are indented by what is before the equals sign, up to this many characters."""

_INDENT_SHARE: Final = 1 / 6
"""And up to this share of the page's width."""

# The stubs take a value for its enumeration, and the setter takes the integer that it is.
_PROPORTIONAL: Final = cast(int, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)

_STARTS_PART: Final = ("words", "definition", "heading")


class TextFormats:
    """TextFormats of spans and paragraphs in a theme.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._longest_indent = _LONGEST_INDENT
        self._character = QFontMetricsF(mono_font(theme)).horizontalAdvance("0")
        mono, bold, label = mono_font(theme), mono_font(theme, bold=True), label_font(theme)
        self._formats = {
            "plain": _format(mono, theme.text),
            "link": _format(bold, theme.accent),
            "strong": _format(bold, theme.text),
            "hatched": _format(mono, theme.text),
            "fault": _format(mono, theme.fault),
            "definition": _format(mono_small_font(theme), theme.secondary),
            "heading": _format(heading_font(theme), theme.text),
            "words": _format(label, theme.secondary),
            "words link": _format(label, theme.accent),
            "bar": _format(label, theme.secondary),
            "bar link": _format(mono_small_font(theme), theme.accent),
            "bar sample": _format(label, theme.accent),
            "bar value": _format(mono_small_font(theme), theme.text),
        }
        self._formats["hatched"].setBackground(hatch_brush(theme))

    def fit(self, width: int) -> bool:
        """Indent less on a narrow page; return whether that has changed anything."""
        before = self._longest_indent
        self._longest_indent = min(_LONGEST_INDENT, int(width / self._character * _INDENT_SHARE))
        return self._longest_indent != before

    def of_span(self, paragraph: Paragraph, span: TextSpan) -> QTextCharFormat:
        """Return a span's format; a link's lacks only its address."""
        shared = self._formats[_style(paragraph.kind, span)]
        if not span.tip and span.target is None:
            return shared
        made = QTextCharFormat(shared)
        made.setToolTip(span.tip)
        return made

    def of_paragraph(
        self, paragraph: Paragraph, before: ParagraphKind | None, tab: QTextOption.Tab | None
    ) -> QTextBlockFormat:
        """Return a paragraph's format, by what is over it; numbers of bars end at a tab."""
        made = QTextBlockFormat()
        made.setLineHeight(metrics.LINE_HEIGHT, _PROPORTIONAL)
        if paragraph.left or paragraph.kind == "level":
            self._hang(made, paragraph)
        if paragraph.kind == "bar" and tab is not None:
            made.setTabPositions([tab])
            # The ring of the selected sample is around the text.
            made.setLeftMargin(self._theme.px(metrics.SMALL_GAP))
        starts_part = paragraph.kind in _STARTS_PART or (paragraph.kind, before) == ("equation", "continued")
        if before is not None and starts_part:
            made.setTopMargin(self._theme.px(metrics.GAP))
        return made

    def width(self, paragraph: Paragraph, span: TextSpan) -> float:
        """Return the width of a span's text in a line."""
        return QFontMetricsF(self._formats[_style(paragraph.kind, span)].font()).horizontalAdvance(span.text)

    def _hang(self, made: QTextBlockFormat, paragraph: Paragraph) -> None:
        """Indent all lines but the first: what wraps is right of the equals sign, as do continuing lines."""
        step = len("= ") * self._character
        indent = (
            (min(len(paragraph.left), self._longest_indent) + len(" = ")) * self._character if paragraph.left else step
        )
        made.setLeftMargin(indent)
        made.setTextIndent(-(indent if paragraph.kind == "equation" else step))


def _format(font: QFont, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QBrush(QColor(colour)))
    return made


def _style(kind: ParagraphKind, span: TextSpan) -> str:
    if kind in ("heading", "words", "definition"):
        return "words link" if span.kind == "link" else kind
    if kind == "bar":
        return _bar_style(span)
    return span.kind


def _bar_style(span: TextSpan) -> str:
    if isinstance(span.target, ToSample):
        return "bar sample"
    if span.target is not None:
        return "bar link"
    return "bar value" if span.kind == "strong" else "bar"
