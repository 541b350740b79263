"""The line of the output's error, where its sign is the other one."""

from __future__ import annotations

from dataclasses import replace

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge


def flipped_error(lines: LineJudge, output: LineEntry) -> LineEntry:
    """Return the entry of δ of the output, struck in the line where its error is made.

    Parameters
    ----------
    lines
        The judged lines.
    output
        The entry of δ of the output.
    """
    event, part = lines.error_event(output)
    return replace(output, verdict="wrong", mistakes=("flipped-sign",), excess=-1.0, blamed=event, part=part)
