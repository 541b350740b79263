from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class UpdatesFound:
    right: bool = False
    wrong: LineEntry | None = None
    note: str = ""


def judge_updates(
    trace: Trace, recognition: Recognition, lines: LineJudge, entries: Sequence[LineEntry]
) -> UpdatesFound:
    """Return whether the updates divide gradients by roots of what they were, as Adam and its kin do."""
    ends = [p.changed[0] for p in recognition.parameters.values() if p.changed]
    starts = [event for found in lines.finder.weights.values() for event in found.raw]
    between = trace.ancestors(ends, min(starts, default=0))
    reached = trace.dependants(starts)
    ok = any(trace.operator(e) in ("numpy.sqrt", "**", "numpy.sign", "math.sqrt") and reached[e] for e in between)
    return UpdatesFound(ok, None, QT_TRANSLATE_NOOP("model", "Every gradient that was recognised is right; how the updates use them was not recognised.") if ok else "")
