"""What a panel may be able to show; the window passes each thing to every panel that has the slot for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import Moment


@runtime_checkable
class ShowsSnapshot(Protocol):
    """Draws a moment of the session."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment."""


@runtime_checkable
class ShowsMoment(Protocol):
    """Draws a moment of a person's own code, whether there is a network in it or not."""

    def show_moment(self, moment: Moment | None) -> None:
        """Show a moment; None when the code has been closed."""


@runtime_checkable
class ShowsSelection(Protocol):
    """Marks what is selected."""

    def show_selection(self, selection: Selection) -> None:
        """Show what is selected."""


@runtime_checkable
class ShowsConvention(Protocol):
    """Writes formulas or draws matrices."""

    def show_convention(self, convention: Convention) -> None:
        """Show samples as columns, or as rows."""


@runtime_checkable
class ShowsRunning(Protocol):
    """Does with less while a run is on."""

    def show_running(self, running: bool) -> None:
        """Show whether a run is on."""


@runtime_checkable
class KeepsEditor(Protocol):
    """Has a field that opens over what is edited; a window which replaces this one opens it again."""

    def edited(self) -> Any:
        """Return what the field is open over; None while it is closed."""

    def edit_again(self, edited: Any) -> None:
        """Open the field over what it was open over in another window."""


@runtime_checkable
class KeepsChoices(Protocol):
    """Has choices that a window which replaces this one takes over."""

    def choices(self) -> Any:
        """Return what is chosen."""

    def choose(self, choices: Any) -> None:
        """Choose what was chosen in another window, without asking for anything."""
