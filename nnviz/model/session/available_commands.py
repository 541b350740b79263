"""Which commands are possible now: the one rule that menus, buttons and keys ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from nnviz.model.history.position import Position
from nnviz.model.session.snapshot import Snapshot

FASTEST = float("inf")
"""The speed at which a run is limited only by the machine."""


class Command(Enum):
    """A command of the transport and the edit history."""

    LINE = "line"
    UPDATE = "update"
    EPOCH = "epoch"
    LINE_BACK = "line-back"
    UPDATE_BACK = "update-back"
    EPOCH_BACK = "epoch-back"
    NEWEST = "newest"
    RUN = "run"
    PAUSE = "pause"
    RESTART = "restart"
    UNDO = "undo"
    REDO = "redo"
    FOLLOW = "follow"
    GIVE_UP = "give-up"


@dataclass(frozen=True)
class RunState:
    """What the controller is doing.

    Attributes
    ----------
    running
        Whether updates are being run.
    speed
        Updates per second that a run makes; `FASTEST` for as many as the machine can.
    line_speed
        Lines per second that a run makes instead; None where it makes updates.
    undo, redo
        What would be undone or redone, as text for the menu; None when there is nothing.
    follows
        Whether nothing is selected, so that views follow the cursor.
    computing
        What has been computed for so long that its progress is shown: where it is; None otherwise.
    afterwards
        What was asked for meanwhile, and follows the line that is being computed: ``"pause"``, ``"move"``, or nothing.
    """

    running: bool = False
    speed: float = FASTEST
    line_speed: float | None = None
    undo: str | None = None
    redo: str | None = None
    follows: bool = True
    computing: Position | None = None
    afterwards: Literal["", "pause", "move"] = ""

    @property
    def can_pause(self) -> bool:
        """Whether there is something to pause: a run, or a step that takes long."""
        return self.running or self.computing is not None


def possible(snapshot: Snapshot, state: RunState) -> frozenset[Command]:
    """Return the commands that can act now."""
    # Stepping during a run pauses it first, so it is possible then too.
    commands = {Command.LINE, Command.UPDATE, Command.EPOCH, Command.PAUSE if state.can_pause else Command.RUN}
    if snapshot.position.update or snapshot.position.line:
        commands |= {Command.RESTART, Command.LINE_BACK, Command.UPDATE_BACK, Command.EPOCH_BACK}
    if not snapshot.is_newest:
        commands.add(Command.NEWEST)
    if state.undo is not None:
        commands.add(Command.UNDO)
    if state.redo is not None:
        commands.add(Command.REDO)
    if not state.follows:
        commands.add(Command.FOLLOW)
    if snapshot.hides_mistakes:
        commands.add(Command.GIVE_UP)
    return frozenset(commands)
