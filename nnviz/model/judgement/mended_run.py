"""A mended line is kept only where the script does better with it, in a second run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from nnviz.model.judgement.judge import judge
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.judgement.stated import StatedNetwork
from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Recording

_LONGEST: Final = 1.0
"""Seconds: a script that runs longer is not run again; the mended line gives the right values in any case."""


def with_tried_mend(
    recording: Recording, judgement: Judgement, stated: StatedNetwork | None, cancelled: Callable[[], bool]
) -> Judgement:
    """Return a judgement without its mended line, where the script raises with it or is as wrong in that line.

    Parameters
    ----------
    recording
        What was recorded.
    judgement
        Its judgement.
    stated
        What the person says of their network.
    cancelled
        Asked often.
    """
    found = judgement.first_difference
    if found is None or found.mended is None or judgement.raised is not None or recording.seconds > _LONGEST:
        return judgement
    if recording.request.get("in_process") or found.cell is not None or recording.files[0].cell is not None:
        return judgement
    text = with_line(recording.files[0].text, found.line, found.mended)
    if not recording.files[0].path.endswith(found.file) or text == recording.files[0].text:
        return judgement
    again = record(
        recording.path,
        source=text,
        seconds=3 * _LONGEST,
        updates=int(recording.request["updates"]),
        python=recording.request.get("python"),
        cancelled=cancelled,
    )
    mended = judge(again, stated)[1]
    after = mended.first_difference
    if mended.raised is None and (after is None or after.line != found.line) and not cancelled():
        return judgement
    return replace(judgement, first_difference=replace(found, mended=None))


def with_line(text: str, number: int, new: str) -> str:
    """Return a text with another line, indented as the old one was."""
    lines = text.split("\n")
    old = lines[number - 1]
    lines[number - 1] = old[: len(old) - len(old.lstrip())] + new.strip()
    return "\n".join(lines)
