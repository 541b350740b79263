"""What a line of the program does, in words."""

from __future__ import annotations

from PyQt6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import parse

_MEANINGS = {
    "Z": QT_TRANSLATE_NOOP("StatusLine", "each unit's weighted input: its weights times what comes in, plus its bias"),
    "A": QT_TRANSLATE_NOOP("StatusLine", "each unit's activation: what it sends on"),
    "L": QT_TRANSLATE_NOOP("StatusLine", "the loss: how wrong the outputs are, averaged over the batch"),
    "R": QT_TRANSLATE_NOOP("StatusLine", "the penalty on large weights"),
    "J": QT_TRANSLATE_NOOP("StatusLine", "what is minimised: loss and penalty together"),
    "delta": QT_TRANSLATE_NOOP("StatusLine", "how each sample's loss changes with each unit's weighted input"),
    "dW": QT_TRANSLATE_NOOP("StatusLine", "the gradient of the weights, averaged over the batch"),
    "db": QT_TRANSLATE_NOOP("StatusLine", "the gradient of the biases, averaged over the batch"),
    "dR": QT_TRANSLATE_NOOP("StatusLine", "the penalty's part of the gradient"),
    "dA": QT_TRANSLATE_NOOP("StatusLine", "how the loss changes with each unit's activation"),
    "dX": QT_TRANSLATE_NOOP("StatusLine", "how the loss changes with each input"),
    "dRb": QT_TRANSLATE_NOOP("StatusLine", "the penalty's part of the gradient"),
    "W": QT_TRANSLATE_NOOP("StatusLine", "the weights move against their gradient"),
    "b": QT_TRANSLATE_NOOP("StatusLine", "the biases move against their gradient"),
    "u": QT_TRANSLATE_NOOP("StatusLine", "random numbers of this update"),
    "c": QT_TRANSLATE_NOOP("StatusLine", "the candidate: the best parameters so far, changed at random"),
    "g": QT_TRANSLATE_NOOP("StatusLine", "the best candidate of this generation"),
    "Lbest": QT_TRANSLATE_NOOP("StatusLine", "the lowest loss so far, which a candidate must beat"),
    "v": QT_TRANSLATE_NOOP("StatusLine", "the optimiser's running mean of gradients"),
    "s": QT_TRANSLATE_NOOP("StatusLine", "the optimiser's running mean of squared gradients"),
    "h": QT_TRANSLATE_NOOP("StatusLine", "the largest running mean of squared gradients so far"),
}
_SUMMED = {
    "L": QT_TRANSLATE_NOOP("StatusLine", "the loss: how wrong the outputs are, added up over the batch"),
    "dW": QT_TRANSLATE_NOOP("StatusLine", "the gradient of the weights, added up over the batch"),
    "db": QT_TRANSLATE_NOOP("StatusLine", "the gradient of the biases, added up over the batch"),
}
"""The same where a batch's loss is the sum of its samples' losses."""
_KEPT = QT_TRANSLATE_NOOP("StatusLine", "the parameters to keep: the candidate, if it is better")


def meaning_of(program: Program, line: Line) -> str:
    """Return what a line does: ``the gradient of the weights, averaged over the batch``."""
    kind = parse(line.writes).kind
    if kind in ("W", "b") and not program.computes_gradients:
        meaning = _KEPT
    else:
        summed = program.recipe.reduction == "sum" and kind in _SUMMED
        meaning = _SUMMED[kind] if summed else _MEANINGS[kind if kind in _MEANINGS else kind[0]]
    return QCoreApplication.translate("StatusLine", meaning)
