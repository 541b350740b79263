"""Texts that every list of program lines has in common: the names of the stages, and a value as one number."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.arrays.norm import frobenius
from nnviz.model.program.line import Stage

NORM_SIGN: Final = "‖·‖ "
"""Written before the number of a matrix, which is its norm."""


def stage_name(stage: Stage) -> str:
    """Return the name of a stage."""
    match stage:
        case "candidate":
            return QCoreApplication.translate("ProgramPanel", "candidate")
        case "forward":
            return QCoreApplication.translate("ProgramPanel", "forward")
        case "loss":
            return QCoreApplication.translate("ProgramPanel", "loss")
        case "backward":
            return QCoreApplication.translate("ProgramPanel", "backward")
        case "update":
            return QCoreApplication.translate("ProgramPanel", "update")


def sign_and_number(array: Array) -> tuple[str, float]:
    """Return a value as one number: its only cell without a sign, or the norm of a matrix with the norm's sign."""
    return ("", float(array.flat[0])) if array.size == 1 else (NORM_SIGN, frobenius(array))
