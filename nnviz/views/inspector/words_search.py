"""What the numbers of an evolution strategy are, in plain sentences."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.names import fill, parameter


def searched(snapshot: Snapshot, cell: Cell) -> str:
    """Say of a random number, of a candidate's or of a champion's which parameter it is for."""
    match parse(cell.symbol).kind[0]:
        case "c":
            text = QCoreApplication.translate(
                "InspectorPanel", "The candidate for %1: what has been kept, changed at random."
            )
        case "g":
            text = QCoreApplication.translate("InspectorPanel", "What the generation’s best candidate has for %1.")
        case _ if STRATEGIES[snapshot.program.recipe.optimiser].distribution == "uniform":
            text = QCoreApplication.translate(
                "InspectorPanel",
                "This update’s random number for %1: anything from −1 to 1 is as likely. No line computes it.",
            )
        case _:
            text = QCoreApplication.translate(
                "InspectorPanel",
                "This update’s random number for %1, bell-shaped with standard deviation 1. No line computes it.",
            )
    return fill(text, parameter(snapshot, cell))


def lowest_loss(snapshot: Snapshot) -> str:
    """Say what L* is the lowest of."""
    if "gW1" in snapshot.program.state:
        return QCoreApplication.translate("InspectorPanel", "The lowest loss of this generation’s candidates so far.")
    return QCoreApplication.translate(
        "InspectorPanel", "The loss of what has been kept: a candidate with a lower one takes its place."
    )
