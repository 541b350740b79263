"""Marks from the judgement of a whole script."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nnviz.model.grading.implied import implied, plain_readings
from nnviz.model.grading.marks import EARNS, LineMark, MarkVerdict, StudentMarks
from nnviz.model.grading.points import Points, usual_points
from nnviz.model.judgement.judgement import Judgement

_WORST: Final = ("right", "follows", "wrong")
_TEXTS: Final = {"right": "right", "follows": "right for what it was given, which is wrong", "wrong": "wrong"}


def script_marks(path: Path, points: Points, judgement: Judgement) -> StudentMarks:
    """Return the marks for a whole script.

    Parameters
    ----------
    path
        The student's file.
    points
        What lines are worth; the usual ones follow the network of the script.
    judgement
        The judgement of it.
    """
    network = judgement.network
    depth = 0 if network is None else len(network.sizes) - 1
    worth = usual_points(depth, ()) if points.is_default and depth else points
    found: dict[str, MarkVerdict] = {}
    for line in judgement.lines:
        before = found.get(line.symbol, "right")
        if line.verdict in _WORST and _WORST.index(line.verdict) >= _WORST.index(before):
            found[line.symbol] = (
                "wrong" if line.verdict == "wrong" else "follows" if line.verdict == "follows" else before
            )
    difference = judgement.first_difference
    if difference is not None and difference.symbol:
        found[difference.symbol] = "wrong"
    right = {name for name, verdict in found.items() if verdict in EARNS}
    shown_right = implied(plain_readings(depth), right, set(found))
    marks = tuple(_mark(name, value, found, shown_right, judgement) for name, value in worth.of.items())
    raised = judgement.raised
    return StudentMarks(
        student=path.stem,
        file=path.name,
        kind="script",
        ok=bool(judgement.ok) and raised is None and all(mark.verdict in EARNS for mark in marks),
        marks=marks,
        first_difference="" if difference is None else difference.symbol,
        line=raised.line if raised is not None else 0 if difference is None else difference.line,
        source=raised.source if raised is not None else "" if difference is None else difference.source,
        mistakes=() if difference is None else difference.mistakes,
        reason="" if judgement.ok and raised is None else judgement.sentence,
        notes=(*judgement.notes, *(advice.text for advice in judgement.advice)),
        report=str(judgement),
    )


def _mark(
    symbol: str, points: float, found: dict[str, MarkVerdict], shown_right: set[str], judgement: Judgement
) -> LineMark:
    if symbol in found:
        is_first = judgement.first_difference is not None and judgement.first_difference.symbol == symbol
        text = judgement.first_difference.text if is_first and judgement.first_difference else _TEXTS[found[symbol]]
        return LineMark(symbol, points, found[symbol], text)
    if judgement.ok:
        return LineMark(symbol, points, "implied", "the change of the parameters is the gradient of the loss")
    if symbol in shown_right:
        return LineMark(symbol, points, "implied", "not seen; what is made of it is right")
    return LineMark(symbol, points, "missing", "not seen in the script")
