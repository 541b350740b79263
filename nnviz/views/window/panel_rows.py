"""The table of the panels: what each is called, and where it is imported from when it is made."""

from __future__ import annotations

from typing import Final, NamedTuple

from PyQt6.QtCore import QT_TRANSLATE_NOOP


class PanelRow(NamedTuple):
    """One panel.

    Attributes
    ----------
    package
        The package in `nnviz.views` that has it.
    kind
        Its class, in whose context its title is translated.
    title
        How the View menu names it before it is made.
    """

    package: str
    kind: str
    title: str


ROWS: Final = {
    "setup": PanelRow("setup", "SetupPanel", QT_TRANSLATE_NOOP("SetupPanel", "Setup")),
    "network": PanelRow("network", "NetworkPanel", QT_TRANSLATE_NOOP("NetworkPanel", "Network")),
    "program": PanelRow("program", "ProgramPanel", QT_TRANSLATE_NOOP("ProgramPanel", "Program of one update")),
    "matrices": PanelRow("matrices", "MatricesPanel", QT_TRANSLATE_NOOP("MatricesPanel", "Matrices")),
    "boundary": PanelRow("boundary", "BoundaryPanel", QT_TRANSLATE_NOOP("BoundaryPanel", "Decision boundary")),
    "loss": PanelRow("loss", "LossPanel", QT_TRANSLATE_NOOP("LossPanel", "Loss")),
    "inspector": PanelRow("inspector", "InspectorPanel", QT_TRANSLATE_NOOP("InspectorPanel", "Inspector")),
    "checks": PanelRow("checks", "ChecksPanel", QT_TRANSLATE_NOOP("ChecksPanel", "Checks")),
    "breakpoints": PanelRow("breakpoints", "BreakpointsPanel", QT_TRANSLATE_NOOP("BreakpointsPanel", "Breakpoints")),
    "history": PanelRow("history", "HistoryPanel", QT_TRANSLATE_NOOP("HistoryPanel", "History")),
    "watches": PanelRow("watches", "WatchesPanel", QT_TRANSLATE_NOOP("WatchesPanel", "Watches")),
    "compare": PanelRow("compare", "ComparePanel", QT_TRANSLATE_NOOP("ComparePanel", "Compare")),
    "map": PanelRow("map", "MapPanel", QT_TRANSLATE_NOOP("MapPanel", "Map")),
    "examples": PanelRow("examples", "ExamplesPanel", QT_TRANSLATE_NOOP("ExamplesPanel", "Published examples")),
    "codecheck": PanelRow("codecheck", "CodePanel", QT_TRANSLATE_NOOP("CodePanel", "Your code")),
    "mistakes": PanelRow("mistakes", "MistakesPanel", QT_TRANSLATE_NOOP("MistakesPanel", "Mistakes")),
    "images": PanelRow("images", "ImagesPanel", QT_TRANSLATE_NOOP("ImagesPanel", "Images")),
    "imports": PanelRow("imports", "ImportPanel", QT_TRANSLATE_NOOP("ImportPanel", "Your data")),
    "help": PanelRow("window.help_panel", "HelpPanel", QT_TRANSLATE_NOOP("HelpPanel", "Keys and words")),
}
"""By object name, in the order of the View menu."""
