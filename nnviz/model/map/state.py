"""How far a map has come; all that a view of it may read."""

from __future__ import annotations

from dataclasses import dataclass, field

from nnviz.model.map.plan import Plan
from nnviz.model.map.table import Results


@dataclass(frozen=True)
class MapState:
    """A map at one moment.

    Attributes
    ----------
    plan
        What is, or was, being trained; None before the first.
    results
        (row, column) → what came of a cell; those that are still missing have not been computed.
    running
        Whether more are to come.
    seconds
        Since it began, or how long it took.
    cluster
        Address of the cluster that trains it; empty for this computer.
    """

    plan: Plan | None = None
    results: Results = field(default_factory=dict)
    running: bool = False
    seconds: float = 0.0
    cluster: str = ""
