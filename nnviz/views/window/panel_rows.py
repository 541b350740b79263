"""The table of the panels: where each is imported from, what it is called, and where it is docked at first.

A new view touches these files:

- ``nnviz/views/<name>/panel.py``: a subclass of `Panel` (`nnviz.views.panel`) named ``<Kind>Panel``, made with a theme
  and a parent, whose object name is ``<name>``; ``nnviz/views/<name>/__init__.py`` exports it. The window calls
  ``show_snapshot``, ``show_selection``, ``show_convention`` and ``show_running`` if it has them
  (`nnviz.views.protocols`).
- this file: a row in `ROWS`; a place in `BEHIND`; a higher `LAYOUT_VERSION`.
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
    useful_height
        The height in pixels at scale 1 that it gets when it is opened in a smaller place, as far as the other panels of
        the column can spare it; 0 for any height.
    """

    package: str
    kind: str
    title: str
    useful_height: int = 0


ROWS: Final = {
    "setup": PanelRow("setup", "SetupPanel", QT_TRANSLATE_NOOP("SetupPanel", "Setup")),
    "findings": PanelRow("findings", "FindingsPanel", QT_TRANSLATE_NOOP("FindingsPanel", "Found in your code")),
    "network": PanelRow("network", "NetworkPanel", QT_TRANSLATE_NOOP("NetworkPanel", "Network")),
    "program": PanelRow("program", "ProgramPanel", QT_TRANSLATE_NOOP("ProgramPanel", "Program of one update")),
    "matrices": PanelRow("matrices", "MatricesPanel", QT_TRANSLATE_NOOP("MatricesPanel", "Matrices")),
    "boundary": PanelRow("boundary", "BoundaryPanel", QT_TRANSLATE_NOOP("BoundaryPanel", "Decision boundary")),
    "loss": PanelRow("loss", "LossPanel", QT_TRANSLATE_NOOP("LossPanel", "Loss")),
    "inspector": PanelRow("inspector", "InspectorPanel", QT_TRANSLATE_NOOP("InspectorPanel", "Inspector")),
    "checks": PanelRow("checks", "ChecksPanel", QT_TRANSLATE_NOOP("ChecksPanel", "Checks"), useful_height=250),
    "breakpoints": PanelRow(
        "breakpoints", "BreakpointsPanel", QT_TRANSLATE_NOOP("BreakpointsPanel", "Breakpoints"), useful_height=210
    ),
    "history": PanelRow("history", "HistoryPanel", QT_TRANSLATE_NOOP("HistoryPanel", "History"), useful_height=250),
    "watches": PanelRow("watches", "WatchesPanel", QT_TRANSLATE_NOOP("WatchesPanel", "Watches"), useful_height=230),
    "compare": PanelRow("compare", "ComparePanel", QT_TRANSLATE_NOOP("ComparePanel", "Compare"), useful_height=330),
    "map": PanelRow("map", "MapPanel", QT_TRANSLATE_NOOP("MapPanel", "Map"), useful_height=400),
    "examples": PanelRow(
        "examples", "ExamplesPanel", QT_TRANSLATE_NOOP("ExamplesPanel", "Published examples"), useful_height=330
    ),
    "codecheck": PanelRow("codecheck", "CodePanel", QT_TRANSLATE_NOOP("CodePanel", "Your code"), useful_height=330),
    "mistakes": PanelRow(
        "mistakes", "MistakesPanel", QT_TRANSLATE_NOOP("MistakesPanel", "Mistakes"), useful_height=300
    ),
    "images": PanelRow("images", "ImagesPanel", QT_TRANSLATE_NOOP("ImagesPanel", "Images")),
    "imports": PanelRow("imports", "ImportPanel", QT_TRANSLATE_NOOP("ImportPanel", "Your data"), useful_height=400),
    "help": PanelRow("window.help_panel", "HelpPanel", QT_TRANSLATE_NOOP("HelpPanel", "Help")),
}
"""By object name, in the order of the View menu."""

SHOWN_AT_FIRST: Final = ("setup", "network", "program", "matrices", "boundary", "loss", "inspector")
"""The panels of the first layout; the others are made when they are opened."""

PRESENTED_AT_FIRST: Final = ("network", "program", "matrices", "boundary", "loss", "inspector")
"""The panels of a presentation: an audience watches, and does not set anything up."""

BEHIND: Final = {
    "setup": ("findings",),
    "program": ("examples", "compare", "map", "codecheck", "imports"),
    "boundary": ("images",),
    "loss": ("watches", "history"),
    "inspector": ("checks", "breakpoints", "mistakes"),
}
"""The other panels but help, which floats: each is a tab in the place of one of the first layout, in this order."""

LAYOUT_VERSION: Final = 8
"""Raised when panels are added or removed: an older remembered layout has no place for them, and is ignored."""
