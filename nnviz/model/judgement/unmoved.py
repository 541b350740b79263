"""Parameters that stand still: gradients cleared too early, whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def unmoved_entries(
    trace: Trace, recognition: Recognition, lines: LineJudge, entries: Sequence[LineEntry]
) -> list[LineEntry]:
    return list(entries)
