"""Fonts and colours of program lines."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtGui import QBrush, QColor, QFont

from nnviz.views.theme import Theme, hatch_brush, label_font, mono_font, mono_small_font


@dataclass(frozen=True)
class LineStyle:
    """Fonts and colours, made once: parsing a colour costs as much as drawing a short word."""

    theme: Theme
    plain: QFont
    bold: QFont
    small: QFont
    words: QFont
    text: QColor
    secondary: QColor
    faint: QColor
    fault: QColor
    holds: QColor
    now_row: QColor
    now_mark: QColor
    now_outline: QColor
    chosen: QColor
    accent: QColor
    breakpoint: QColor
    window: QColor
    panel: QColor
    border: QColor
    hatching: QBrush

    @classmethod
    def of(cls, theme: Theme) -> LineStyle:
        """Return the fonts and colours of a theme."""
        return cls(
            theme=theme,
            plain=mono_font(theme),
            bold=mono_font(theme, bold=True),
            small=mono_small_font(theme),
            words=label_font(theme),
            text=QColor(theme.text),
            secondary=QColor(theme.secondary),
            faint=QColor(theme.faint),
            fault=QColor(theme.fault),
            holds=QColor(theme.holds),
            now_row=QColor(theme.now_row),
            now_mark=QColor(theme.now_mark),
            now_outline=QColor(theme.now_outline),
            chosen=QColor(theme.chosen),
            accent=QColor(theme.accent),
            breakpoint=QColor(theme.breakpoint),
            window=QColor(theme.window),
            panel=QColor(theme.panel),
            border=QColor(theme.border),
            hatching=hatch_brush(theme),
        )
