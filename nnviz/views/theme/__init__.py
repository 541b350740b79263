"""Colours, fonts, sizes, icons and the style sheet: the one place that knows how the window looks."""

from nnviz.views.theme import metrics
from nnviz.views.theme.fonts import (
    heading_font,
    hint_font,
    label_font,
    mono_font,
    mono_small_font,
    ui_font,
)
from nnviz.views.theme.icons import app_icon, icon
from nnviz.views.theme.now_ring import draw_now_disc, draw_now_ring, now_ring_reach
from nnviz.views.theme.sequential import sequential_colour, sequential_table
from nnviz.views.theme.style import apply_theme, palette, stylesheet
from nnviz.views.theme.syntax_colours import syntax_colour
from nnviz.views.theme.tokens import DARK, LIGHT, Theme, ThemeChoice, theme_for
from nnviz.views.theme.value_colours import (
    band_colour,
    band_rgba,
    class_colour,
    class_rgba,
    contrast,
    hatch_brush,
    probability_colour,
    probability_rgba,
    probability_table,
    signed_colour,
    signed_rgba,
    signed_table,
    signed_text_colour,
    signed_text_rgba,
    text_on,
)

__all__ = [
    "DARK",
    "LIGHT",
    "Theme",
    "ThemeChoice",
    "app_icon",
    "apply_theme",
    "band_colour",
    "band_rgba",
    "class_colour",
    "class_rgba",
    "contrast",
    "draw_now_disc",
    "draw_now_ring",
    "hatch_brush",
    "heading_font",
    "hint_font",
    "icon",
    "label_font",
    "metrics",
    "mono_font",
    "mono_small_font",
    "now_ring_reach",
    "palette",
    "probability_colour",
    "probability_rgba",
    "probability_table",
    "sequential_colour",
    "sequential_table",
    "signed_colour",
    "signed_rgba",
    "signed_table",
    "signed_text_colour",
    "signed_text_rgba",
    "stylesheet",
    "syntax_colour",
    "text_on",
    "theme_for",
    "ui_font",
]
