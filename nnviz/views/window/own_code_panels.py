"""The panels while a person's own code is in the window: which of them draw its network, and why others are empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.symbols import Labels
from nnviz.views.error_text import not_drawn_text
from nnviz.views.panel import Panel
from nnviz.views.protocols import ShowsMoment, ShowsSnapshot
from nnviz.views.window.panels import Panels

if TYPE_CHECKING:
    from nnviz.controller.own_code_state import OwnCodeState
    from nnviz.model.recorded_run.recorded_run import Moment

_OF_NETWORK: Final = frozenset({"network", "boundary", "loss", "inspector", "checks", "images", "watches"})
"""Panels that draw the network that was found in the code."""

_OF_SESSION: Final = frozenset({"setup", "history", "compare", "map", "breakpoints", "mistakes", "samples"})
"""Panels of the session that waits behind the recording."""


class OwnCodePanels:
    """Passes what there is of a person's own code to the panels.

    Parameters
    ----------
    panels
        Those of the window; one that is made later is given to `take`.
    """

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        self._state: OwnCodeState | None = None
        self._moment: Moment | None = None

    @property
    def is_shown(self) -> bool:
        """Whether a person's code is in the window."""
        return self._state is not None

    @property
    def is_recorded(self) -> bool:
        """Whether it has been recorded, so that the panels show it and not the session."""
        return self._moment is not None

    @property
    def name(self) -> str:
        """The name of the code."""
        from nnviz.views.program.own_code.verdict_text import name_of

        return "" if self._state is None else name_of(self._state)

    def status(self) -> str:
        """Return a sentence about the line that has just run, or about what is to be done."""
        translate = QCoreApplication.translate
        if self._moment is None:
            texts = {
                "running": translate("OwnCode", "Your code is running, in a process of its own."),
                "failed": translate("OwnCode", "Your code could not be run."),
            }
            kind = "" if self._state is None else self._state.kind
            is_typed = self._state is not None and self._state.source.path is None
            typed = translate("OwnCode", "Your code has not been run: Ctrl+Enter runs it.")
            shown = translate("OwnCode", "Your code has not been run: Enter runs it.")
            return texts.get(kind, typed if is_typed else shown)
        at, note = self._moment.at, self._moment.note
        if at is None and not len(self._moment.run):
            return translate("OwnCode", "No line of your code has run.")
        if at is None:
            return translate("OwnCode", "No line has run yet: → runs the first one.")
        text = translate("OwnCode", "Line %1 of your file").replace("%1", str(at.number))
        if note is None or not note.symbol or not note.names:
            return text
        is_called = translate("OwnCode", "%1: %2 is what nnviz calls %3; it should be %4")
        text = is_called.replace("%1", text).replace("%2", note.names[0]).replace("%3", Labels().of(note.symbol))
        return text.replace("%4", note.equation.split(" = ", 1)[-1].split(" ← ", 1)[-1])

    def show_state(self, state: OwnCodeState | None) -> bool:
        """Show another state of the code; return whether the panels show something else than before."""
        was_recorded = self.is_recorded
        self._state = state
        if state is None or state.run is None:
            self._moment = None
        self._panels.program.show_own_code(state)
        if was_recorded and self._moment is None:
            for panel in self._panels.made().values():
                panel.show_reason("")
                if isinstance(panel, ShowsMoment):
                    panel.show_moment(None)
        return was_recorded != self.is_recorded

    def show_moment(self, moment: Moment) -> None:
        """Show another moment, and why panels are empty that have nothing of it."""
        self._moment = moment
        for name, panel in self._panels.made().items():
            self.take(name, panel)

    def take(self, name: str, panel: Panel) -> None:
        """Show the present moment in a panel that has been made."""
        moment = self._moment
        if moment is None:
            return
        panel.show_reason(self._reason(name, moment))
        if isinstance(panel, ShowsMoment):
            panel.show_moment(moment)

    def drawing(self, views: Iterable[ShowsSnapshot]) -> list[ShowsSnapshot]:
        """Return those of some panels that draw the network."""
        return [view for view in views if isinstance(view, Panel) and view.objectName() not in _NOT_DRAWING]

    def _reason(self, name: str, moment: Moment) -> str:
        translate = QCoreApplication.translate
        if name in _OF_SESSION:
            return translate("OwnCode", "This is about the session, which waits behind your code.")
        if name not in _OF_NETWORK or moment.snapshot is not None:
            return ""
        problem = moment.run.problem
        return (
            translate("OwnCode", "No network was recognised in your code.")
            if problem is None
            else not_drawn_text(problem)
        )


_NOT_DRAWING: Final = _OF_SESSION | {"examples", "imports", "codecheck", "help", "program", "findings"}
