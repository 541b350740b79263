"""What moves in the diagram between two moments, and what stays of it until the next line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PyQt6.QtCore import QObject

from nnviz.model.history.position import Position
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.motion import MotionClock
from nnviz.views.network.flow import Flow, flow_of
from nnviz.views.network.frame import DiagramFrame

_MOST_EDGES: Final = 1000
"""More edges than this do not move: drawing them would take longer than a frame."""


class DiagramMotion:
    """Plays the line that has just run, and in reverse the one that has been taken back.

    Parameters
    ----------
    clock
        How far it is.
    """

    def __init__(self, clock: MotionClock) -> None:
        self._clock = clock
        self._taken_back: Flow | None = None
        self._stays: tuple[DiagramFrame, Flow | None] | None = None

    def follow(self, frame: DiagramFrame | None, snapshot: Snapshot) -> None:
        """Begin a motion if a snapshot is one line away from the frame that is drawn; end the one that goes on."""
        self._clock.end()
        self._taken_back = None
        if frame is None or frame.snapshot.program is not snapshot.program or _edges(snapshot) > _MOST_EDGES:
            return
        lines = len(snapshot.program)
        away = _lines_run(snapshot.position, lines) - _lines_run(frame.snapshot.position, lines)
        if away == 1 and self._clock.begin(back=False):
            return
        if away == -1:
            flow = flow_of(frame.snapshot, frame.values)
            if flow is not None and self._clock.begin(back=True):
                made = frame.edges[flow.layer - 1].values if flow.kind == "update" else flow.amounts
                self._taken_back = replace(flow, amounts=made)

    def flow(self, frame: DiagramFrame) -> tuple[Flow | None, float]:
        """Return what is drawn over a frame, and how far it is."""
        progress = self._clock.progress
        if progress is not None and self._taken_back is not None:
            # Edges of an update that is taken back come from what it had made.
            return self._taken_back, 1.0 - progress if self._taken_back.kind == "update" else progress
        if self._stays is None or self._stays[0] is not frame:
            is_of_weights = frame.quantity.quantity == "weights"
            self._stays = (frame, flow_of(frame.snapshot, frame.values) if is_of_weights else None)
        return self._stays[1], 1.0 if progress is None else progress

    @staticmethod
    def morphed(frame: DiagramFrame, flow: Flow | None, progress: float) -> DiagramFrame:
        """Return a frame whose edges are on their way from what they were to what they are."""
        if flow is None or flow.kind != "update" or flow.amounts is None or progress >= 1.0:
            return frame
        edges = frame.edges[flow.layer - 1]
        if edges.values is None or edges.values.shape != flow.amounts.shape:
            return frame
        between = flow.amounts + (edges.values - flow.amounts) * progress
        moved = replace(edges, values=between)
        return replace(frame, edges=(*frame.edges[: flow.layer - 1], moved, *frame.edges[flow.layer :]))


def clock_for(owner: QObject, is_on: bool, redraw: Callable[[], None]) -> MotionClock:
    """Return a clock that draws its owner again as time passes."""
    clock = MotionClock(is_on, owner)
    clock.moved.connect(redraw)
    return clock


def _lines_run(position: Position, lines: int) -> int:
    return position.completed * lines + (position.line if position.is_inside else 0)


def _edges(snapshot: Snapshot) -> int:
    sizes = snapshot.network.sizes
    return sum(before * after for before, after in pairwise(sizes))
