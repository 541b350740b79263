"""The table of the panels: where each is imported from, what it is called, and where it is docked at first.

A new view touches these files:

- ``nnviz/views/<name>/panel.py``: a subclass of `Panel` (`nnviz.views.panel`) named ``<Kind>Panel``, made with a theme
  and a parent, whose object name is ``<name>``; ``nnviz/views/<name>/__init__.py`` exports it. The window calls
  ``show_snapshot``, ``show_selection``, ``show_convention`` and ``show_running`` if it has them
  (`nnviz.views.protocols`).
- this file: a row in `ROWS`; a place in `SHEET`, or in `BEHIND` and a higher `LAYOUT_VERSION`.
- ``nnviz/app/panel_wiring.py``: a method ``_<name>`` with what the panel requests and receives, if it has signals, or
  slots beyond those that the window calls.
- `Panels` (``panels.py``): an annotation, if other code reads ``panels.<name>`` instead of ``panels.get("<name>")``.

The View menu, the layout and the remembered layout follow. Its texts are translated in ``resources/translations``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PyQt6.QtCore import QT_TRANSLATE_NOOP


class PanelRow(NamedTuple):
    """One panel.

    Attributes
    ----------
    package
        The package in `nnviz.views` from which it is imported.
    kind
        Its class, which is also the context in which its title is translated.
    title
        Its name in the View menu until it is made.
    useful_width
        The width in pixels at scale 1 of the sheet that it is opened as.
    """

    package: str
    kind: str
    title: str
    useful_width: int = 480


ROWS: Final = {
    "setup": PanelRow("setup", "SetupPanel", QT_TRANSLATE_NOOP("SetupPanel", "Setup")),
    "findings": PanelRow("findings", "FindingsPanel", QT_TRANSLATE_NOOP("FindingsPanel", "Found in your code")),
    "network": PanelRow("network", "NetworkPanel", QT_TRANSLATE_NOOP("NetworkPanel", "Network")),
    "program": PanelRow("program", "ProgramPanel", QT_TRANSLATE_NOOP("ProgramPanel", "Program of one update")),
    "strip": PanelRow("strip", "StripPanel", QT_TRANSLATE_NOOP("StripPanel", "The line with its matrices")),
    "matrices": PanelRow("matrices", "MatricesPanel", QT_TRANSLATE_NOOP("MatricesPanel", "Matrices")),
    "boundary": PanelRow("boundary", "BoundaryPanel", QT_TRANSLATE_NOOP("BoundaryPanel", "Decision boundary")),
    "loss": PanelRow("loss", "LossPanel", QT_TRANSLATE_NOOP("LossPanel", "Loss")),
    "inspector": PanelRow("inspector", "InspectorPanel", QT_TRANSLATE_NOOP("InspectorPanel", "Inspector")),
    "checks": PanelRow("checks", "ChecksPanel", QT_TRANSLATE_NOOP("ChecksPanel", "Checks")),
    "breakpoints": PanelRow("breakpoints", "BreakpointsPanel", QT_TRANSLATE_NOOP("BreakpointsPanel", "Breakpoints")),
    "history": PanelRow("history", "HistoryPanel", QT_TRANSLATE_NOOP("HistoryPanel", "History")),
    "watches": PanelRow("watches", "WatchesPanel", QT_TRANSLATE_NOOP("WatchesPanel", "Watches")),
    "compare": PanelRow("compare", "ComparePanel", QT_TRANSLATE_NOOP("ComparePanel", "Compare"), useful_width=600),
    "map": PanelRow("map", "MapPanel", QT_TRANSLATE_NOOP("MapPanel", "Map"), useful_width=600),
    "examples": PanelRow(
        "examples", "ExamplesPanel", QT_TRANSLATE_NOOP("ExamplesPanel", "Published examples"), useful_width=560
    ),
    "codecheck": PanelRow("codecheck", "CodePanel", QT_TRANSLATE_NOOP("CodePanel", "Your code"), useful_width=560),
    "mistakes": PanelRow("mistakes", "MistakesPanel", QT_TRANSLATE_NOOP("MistakesPanel", "Mistakes")),
    "images": PanelRow("images", "ImagesPanel", QT_TRANSLATE_NOOP("ImagesPanel", "Images")),
    "samples": PanelRow("samples", "SamplesPanel", QT_TRANSLATE_NOOP("SamplesPanel", "Samples"), useful_width=560),
    "imports": PanelRow("imports", "ImportPanel", QT_TRANSLATE_NOOP("ImportPanel", "Your data"), useful_width=560),
    "outline": PanelRow("outline", "OutlinePanel", QT_TRANSLATE_NOOP("OutlinePanel", "In words")),
    "help": PanelRow("window.help_panel", "HelpPanel", QT_TRANSLATE_NOOP("HelpPanel", "Help")),
}
"""By object name, in the order of the View menu."""


STAGE: Final = tuple(name for name in ("strip", "matrices") if name in ROWS)
"""The views of the place below the network, of which the first is shown: a switch in their headings chooses."""

SHOWN_AT_FIRST: Final = tuple(
    name for name in ROWS if name in ("program", "inspector", "network", STAGE[0], "boundary", "loss")
)
"""The panels of the first layout, in the order of `ROWS`; the others are made when they are opened."""

BEHIND: Final = {"boundary": ("images",), "loss": ("findings",), STAGE[0]: STAGE[1:]}
"""Panels that share the place of one of the first layout, in this order."""

DRAWER: Final = "setup"
"""The panel that is a drawer at the left of the window."""

SHEET: Final = (
    *("codecheck", "examples", "compare", "map", "mistakes", "checks", "history", "watches", "breakpoints"),
    "samples",
    "imports",
    "outline",
    "help",
)
"""The tools: each opens as the sheet at the right of the window, and may be docked."""

LAYOUT_VERSION: Final = 10
"""Raised when panels are added or removed: an older remembered layout has no place for them, and is ignored."""
