"""A judgement that strikes a line which was found without the network's lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.judgement import Difference, JudgedLine, Judgement
from nnviz.model.recognition.trace import Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


@dataclass(frozen=True, eq=False)
class Strike:
    """A line that is struck.

    Attributes
    ----------
    event
        What its statement computes wrongly.
    symbol
        As in ``delta1``.
    why
        What is wrong, in sentences.
    mistakes
        Names of rows of the catalogue.
    mended
        The line as it should be; None where that is not known.
    right
        What the event should give; None where that is not known.
    """

    event: int
    symbol: str
    why: str
    mistakes: tuple[str, ...] = ()
    mended: str | None = None
    right: Array | None = None


def struck_line(trace: Trace, judgement: Judgement, strike: Strike) -> Judgement:
    """Return a judgement with a line struck; what was found right before it is kept.

    Parameters
    ----------
    trace
        The recording.
    judgement
        What was found otherwise.
    strike
        The line.
    """
    place = trace.statement(strike.event)
    file = trace.recording.files[place.file]
    source = trace.source_line(place.file, place.line)
    name = trace.name(strike.event)
    names = (name,) if name else ()
    shown = PurePath(file.path).name
    told = {"line": place.line, "source": source, "why": strike.why}
    text = QT_TRANSLATE_NOOP("model", "Line {line} is the first that is wrong: `{source}`. {why}")
    sentence = filled(text, **told)
    if file.cell is not None:
        text = QT_TRANSLATE_NOOP("model", "Line {line} of cell {cell} is the first that is wrong: `{source}`. {why}")
        sentence = filled(text, cell=file.cell, **told)
    symbol, mistakes = strike.symbol, strike.mistakes
    wrong = JudgedLine(shown, file.cell, place.line, source, symbol, "wrong", names, "", strike.event)
    before = tuple(line for line in judgement.lines if line.verdict == "right" and line.event < strike.event)
    found = Difference(shown, file.cell, place.line, source, symbol, names, mistakes, strike.why, strike.mended)
    return replace(
        judgement,
        ok=False,
        sentence=sentence,
        first_difference=found,
        lines=(*before, wrong),
        follows="",
        right_values={} if strike.right is None else {symbol: strike.right},
    )
