"""A judgement beside the first value that, put right, puts the parameters right."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.model.judgement.found_repair import Repair
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.judgement.repair import first_repair
from nnviz.model.judgement.repair_names import named_repair
from nnviz.model.judgement.strike import Strike, struck_line
from nnviz.model.judgement.words import sentences
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import PRODUCTS, SUMS, Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_ALL = QT_TRANSLATE_NOOP(
    "model", "With the derivative of your own loss in place of its value, all your parameters change as they should."
)
_SOME = QT_TRANSLATE_NOOP(
    "model",
    "With the derivative of your own loss in place of its value, {fixed} of {total} numbers of your parameters change "
    "as they should; as it is, {before} do.",
)

_OPERATION = QT_TRANSLATE_NOOP(
    "model",
    "This operation hands back {part}; the gradient of its result times the derivative of the operation is {right}.",
)
_REPLACED = QT_TRANSLATE_NOOP(
    "model", "It replaces what other operations have handed back before: what comes along several ways has to be added."
)


def with_first_repair(
    trace: Trace,
    recognition: Recognition | None,
    judgement: Judgement,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Judgement:
    """Return a judgement that names the first wrong line, where only running the script again finds it.

    Parameters
    ----------
    trace, recognition
        The recording, and its network; None where none was recognised.
    judgement
        What was found otherwise. A line that the catalogue explains stays as it is.
    cancelled
        Asked often.
    """
    struck = judgement.first_difference
    if struck is not None and struck.mistakes:
        return judgement
    repair = first_repair(trace, cancelled=cancelled)
    if repair is None or (struck is not None and repair.fixed < repair.total):
        return judgement
    place = trace.statement(repair.event)
    why: str = _ALL
    if repair.fixed < repair.total:
        why = filled(_SOME, fixed=repair.fixed, total=repair.total, before=repair.before)
    symbol = _symbol(trace, recognition, repair)
    if repair.part is not None:
        part, right = repair.part
        why = filled(_OPERATION, part=f"{part:.4g}", right=f"{right:.4g}") if part else _REPLACED
    mistakes, mended = named_repair(trace, repair)
    is_struck = struck is not None and (struck.line, struck.cell) == (
        place.line,
        trace.recording.files[place.file].cell,
    )
    if is_struck and not mistakes and not mended:
        return judgement
    if mistakes:
        two = QT_TRANSLATE_NOOP("model", "{sentence} {following}")
        why = filled(two, sentence=sentences([_said(name) for name in mistakes]), following=why)
    return struck_line(trace, judgement, Strike(repair.event, symbol, why, mistakes, mended, repair.right))


def _said(name: str) -> str:
    """Return what a mistake is, in a sentence that names no activation: none was recognised."""
    row = CATALOGUE[name]
    return row.says if row.says and "{" not in row.says else row.title


def _symbol(trace: Trace, recognition: Recognition | None, repair: Repair) -> str:
    """Return the symbol of what is wrong: as it was recognised, or by what the loss is derived by there."""
    known = None if recognition is None else recognition.symbols.get(trace.source(repair.event))
    if known is not None and known[0] == "d" and not repair.is_update:
        return known
    if not repair.is_parameter:
        return f"delta{max(_depth(trace, repair.forward), 1)}"
    users = [repair.forward, *trace.upwards(repair.forward)]
    readers = [user for one in users for user in trace.users[one] if trace.operator(user) in PRODUCTS | SUMS]
    first = min(readers, default=repair.forward)
    letter = "b" if readers and trace.operator(first) in SUMS else "W"
    return f"{'' if repair.is_update else 'd'}{letter}{max(_depth(trace, first), 1)}"


def _depth(trace: Trace, event: int) -> int:
    """Return how many matrix products lie one upon another below a value."""
    depth: dict[int, int] = {}
    for one in sorted(trace.ancestors([event])):
        below = max((depth.get(operand, 0) for operand in trace.operands(one)), default=0)
        depth[one] = below + (trace.operator(one) in PRODUCTS)
    return depth[event]
