"""The colours of the window: every one of them, light and dark."""

from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication

ThemeChoice = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Theme:
    """
    Colours as hexadecimal strings, and the scale of a presentation.

    Attributes
    ----------
    name : {"light", "dark"}
    window, panel, border, field : str
        Surfaces: behind everything, of a panel, their lines, of a field to type in.
    field_border : str
        The border of what can be typed into or ticked: at least 3 : 1 on a panel.
    text, secondary, faint : str
        Text in falling order of importance. `faint` is for marks, and for what cannot act: disabled text.
    accent, accent_hover, on_accent, chosen : str
        What can be clicked or is chosen; text on `accent`; the background of what is chosen.
    now_row, now_mark, now_outline : str
        *Now*, and nothing else: amber behind a row, the amber glow of a figure, and the outline inside the glow, which
        has the colour of text so that it is seen without any hue.
    breakpoint, fault, holds : str
        Red for a breakpoint or a fault, green for a check that holds.
    positive, zero, negative : str
        Signed values as fills and strokes.
    positive_text, negative_text : str
        Signed values as text on a panel, dark (or light) enough to be read.
    hatching : str
        Lines over what has not been computed.
    ink, paper : str
        Text on a light and on a dark fill.
    classes : tuple of str
        Fill of class 0, 1, ...: the first two as negative and positive values, the others far from both and from each
        other also for colour-blind people.
    compared : tuple of str
        Lines of branches that are compared with the current one: none that means something else, and always with a
        pattern of dashes besides.
    scale : float
        Factor on fonts and lengths; 1 on a monitor, more on a projector.
    moves : bool
        Whether what a line does is shown as a motion.
    """

    name: Literal["light", "dark"]
    window: str
    panel: str
    border: str
    field: str
    field_border: str
    text: str
    secondary: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    chosen: str
    now_row: str
    now_mark: str
    now_outline: str
    breakpoint: str
    fault: str
    holds: str
    positive: str
    zero: str
    negative: str
    positive_text: str
    negative_text: str
    hatching: str
    ink: str
    paper: str
    classes: tuple[str, ...]
    compared: tuple[str, ...]
    scale: float = 1.0
    moves: bool = False

    def px(self, length: float) -> int:
        """Return a length at scale 1 in whole pixels; never less than one unless it is zero."""
        return max(1, round(length * self.scale)) if length > 0 else round(length * self.scale)

    def scaled(self, scale: float) -> Self:
        """Return the same colours at another scale."""
        return replace(self, scale=scale)


LIGHT: Final = Theme(
    name="light",
    window="#F3F4F6",
    panel="#FFFFFF",
    border="#E2E5EA",
    field="#FFFFFF",
    field_border="#8A929B",
    text="#1B1F24",
    secondary="#5F676F",
    faint="#7D858E",
    accent="#2F6FED",
    accent_hover="#2560D8",
    on_accent="#FFFFFF",
    chosen="#E8F0FE",
    now_row="#FFF3C4",
    now_mark="#F2B824",
    now_outline="#1B1F24",
    breakpoint="#D93A3A",
    fault="#D93A3A",
    holds="#147A3F",
    positive="#0877BD",
    zero="#EEF0F3",
    negative="#E87722",
    positive_text="#0877BD",
    negative_text="#B8560B",
    hatching="#D5D9DF",
    ink="#1B1F24",
    paper="#FFFFFF",
    classes=("#E87722", "#0877BD", "#17583F", "#521785", "#74D3A6", "#D493CF"),
    compared=("#7A3E9D", "#0E8A8A", "#7D6652", "#C0559F", "#4A4F57", "#6E7330"),
)

DARK: Final = Theme(
    name="dark",
    window="#17191C",
    panel="#1F2226",
    border="#31353B",
    field="#1F2226",
    field_border="#6B737C",
    text="#E6E8EB",
    secondary="#9AA2AB",
    faint="#7B848D",
    accent="#6EA0FF",
    accent_hover="#8AB2FF",
    on_accent="#0C1424",
    chosen="#26324A",
    now_row="#3A3210",
    now_mark="#F2B824",
    now_outline="#FFFFFF",
    breakpoint="#FF6B6B",
    fault="#FF6B6B",
    holds="#4CC38A",
    positive="#40A0E0",
    zero="#2C3036",
    negative="#F09248",
    positive_text="#40A0E0",
    negative_text="#F09248",
    hatching="#3C424A",
    ink="#14171A",
    paper="#FFFFFF",
    classes=("#F09248", "#40A0E0", "#B5F0E0", "#6F42D6", "#F0EBA0", "#A23F7D"),
    compared=("#B98AE0", "#3FBFBF", "#B59C84", "#E08BC8", "#C9CFD6", "#A9AE6A"),
)


def theme_for(choice: ThemeChoice, scale: float = 1.0, *, moves: bool = False) -> Theme:
    """
    Return the theme that a person chose; for "system", that of the desktop.

    Parameters
    ----------
    choice : {"system", "light", "dark"}
    scale : float
        Factor on fonts and lengths.
    moves : bool
        Whether what a line does is shown as a motion.

    Returns
    -------
    Theme
        Light where the desktop does not say.
    """
    if choice == "system":
        hints = QGuiApplication.styleHints()
        dark = hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = choice == "dark"
    return replace(DARK if dark else LIGHT, scale=scale, moves=moves)
