"""The line behind what a script raised: mended so that it runs, and judged in a second run of the mended script."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePath
from typing import Final

from nnviz.model.judgement.judge import judge
from nnviz.model.judgement.judgement import Difference, Judgement
from nnviz.model.judgement.mended_run import with_line
from nnviz.model.judgement.raised_mends import refitted, with_items, with_kept_axes, with_other_names, without_old_names
from nnviz.model.judgement.stated import StatedNetwork
from nnviz.model.judgement.words import sentences, symbol_text
from nnviz.model.recording.record import record
from nnviz.model.recording.recording import Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_RUNS: Final = 6
_SECONDS: Final = 3.0
_OF_ONE: Final = ("setting an array element", "only 0-dimensional", "only length-1", "only size-1")


@dataclass(frozen=True)
class _Mend:
    file: int
    line: int
    new: str
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _TriedMend:
    mend: _Mend
    judgement: Judgement

    @property
    def rank(self) -> int:
        """How well it does: 3 all right, 2 the line is, 1 it runs further."""
        if self.judgement.ok:
            return 3
        mine = [line for line in self.judgement.lines if line.line == self.mend.line and line.verdict == "right"]
        return 2 if mine else 1


def with_raised_line(
    recording: Recording, judgement: Judgement, stated: StatedNetwork | None, cancelled: Callable[[], bool]
) -> Judgement:
    """Return a judgement that names the line behind what was raised, and the line as it should be, where that is seen.

    Parameters
    ----------
    recording
        What was recorded until it was raised.
    judgement
        Its judgement.
    stated
        What the person says of their network.
    cancelled
        Asked often.
    """
    raised = recording.raised
    if judgement.raised is None or raised is None or raised.file is None or not raised.line or raised.missing:
        return judgement
    best: _TriedMend | None = None
    for mend in islice(_unlike(recording, _mends(recording)), _RUNS):
        if cancelled():
            return judgement
        tried = _tried(recording, mend, stated, cancelled)
        if tried is not None and (best is None or tried.rank > best.rank):
            best = tried
        if best is not None and best.rank == 3:
            break
    if best is None and not _is_misfit(recording):
        return judgement
    found = _difference(recording, judgement, best)
    raised_error = replace(judgement.raised, text=found.text)
    return replace(judgement, ok=False, sentence=found.text, raised=raised_error, first_difference=found)


def _is_misfit(recording: Recording) -> bool:
    """Return whether shapes that do not go together were raised."""
    raised = recording.raised
    assert raised is not None
    arrays = [operand for operand in raised.operands if operand.shape]
    return raised.type == "ValueError" and len(arrays) == 2


def _unlike(recording: Recording, mends: Iterator[_Mend]) -> Iterator[_Mend]:
    """Yield the mends that change something and can be parsed, each once."""
    seen = set()
    for mend in mends:
        old = recording.files[mend.file].text.split("\n")[mend.line - 1]
        if mend in seen or mend.new == old or not _parses(mend.new):
            continue
        seen.add(mend)
        yield mend


def _parses(line: str) -> bool:
    try:
        ast.parse(re.sub(r":\s*(#.*)?$", ": pass", line.strip()) if line.rstrip().endswith(":") else line.strip())
    except (SyntaxError, ValueError):
        return False
    return True


def _mends(recording: Recording) -> Iterator[_Mend]:
    raised = recording.raised
    assert raised is not None
    assert raised.file is not None
    assert raised.line is not None
    line = recording.files[raised.file].text.split("\n")[raised.line - 1]
    here = (raised.file, raised.line)
    missing = re.search(r"name '(\w+)' is not defined", raised.message)
    if raised.type == "AttributeError" and "numpy" in raised.message:
        yield from (_Mend(*here, new) for new in without_old_names(line))
    elif raised.type in ("NameError", "UnboundLocalError") and missing is not None:
        yield from (_Mend(*here, new) for new in with_other_names(line, missing[1], _known(recording, here)))
    statement = _statement(line)
    if statement is None:
        return
    column = len(line) - len(line.lstrip())
    if any(text in raised.message for text in _OF_ONE):
        yield from (_Mend(*here, new) for new in with_items(line, statement, column))
    if _is_misfit(recording):
        yield from _kept_axes(recording)
        place = recording.places[raised.place] if raised.place is not None else None
        if place is not None and place.line == place.end_line == raised.line:
            flat = all(len(operand.shape or ()) < 2 for operand in raised.operands)
            for new in refitted(line, (place.column, place.end_column), column, statement, flat):
                turned = new.count(".T") != line.count(".T")
                yield _Mend(*here, new, ("not-transposed",) if turned else ())


def _statement(line: str) -> ast.stmt | None:
    try:
        (statement,) = ast.parse(line.strip()).body
    except (SyntaxError, ValueError):
        return None
    return statement if line.isascii() else None


def _kept_axes(recording: Recording) -> Iterator[_Mend]:
    """Yield the line that made a flat operand, with its axis kept."""
    raised = recording.raised
    assert raised is not None
    flat = [operand.text for operand in raised.operands if operand.shape is not None and len(operand.shape) == 1]
    names = {name for text in flat for name in re.findall(r"[^\W\d][\w.]*(?:\[[^\]]*\])?", text)}
    for number in range(len(recording.events) - 1, -1, -1):
        event = recording.events[number]
        place = recording.places[event.place]
        if place.kind in ("bind", "store") and (event.path in names or event.path.rpartition(".")[2] in names):
            at = recording.places[place.statement] if place.statement >= 0 else place
            line = recording.files[at.file].text.split("\n")[at.line - 1]
            statement = _statement(line)
            if statement is not None and at.line == at.end_line:
                column = len(line) - len(line.lstrip())
                yield from (_Mend(at.file, at.line, new) for new in with_kept_axes(line, statement, column))
            return


def _known(recording: Recording, here: tuple[int, int]) -> list[str]:
    """Return names that are bound before a line, those first that are bound near it and read by nothing."""
    file, line = here
    try:
        tree = ast.parse(recording.files[file].text)
    except SyntaxError:
        return []
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    names = [node for node in ast.walk(around[-1] if around else tree) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    bound = {node.id: node.lineno for node in names if isinstance(node.ctx, ast.Store) and node.lineno < line}
    return sorted(bound, key=lambda name: (name in read, -bound[name]))


def _tried(
    recording: Recording, mend: _Mend, stated: StatedNetwork | None, cancelled: Callable[[], bool]
) -> _TriedMend | None:
    """Return how the script does with a line mended; None where it raises in the same line, or in another way there."""
    file = recording.files[mend.file]
    if file.cell is not None or mend.file:
        return None
    python = recording.request.get("python")
    again = record(
        recording.path,
        source=with_line(file.text, mend.line, mend.new),
        seconds=min(_SECONDS, float(recording.request["seconds"])),
        updates=int(recording.request["updates"]),
        python=python,
        cancelled=cancelled,
    )
    raised = again.raised
    was = recording.raised
    assert was is not None
    if again.outcome.kind not in ("finished", "updates", "raised", "time"):
        return None
    if raised is not None and (raised.line in (mend.line, was.line) or (raised.line or 0) < (was.line or 0)):
        return None
    return _TriedMend(mend, judge(again, stated)[1])


def _difference(recording: Recording, judgement: Judgement, tried: _TriedMend | None) -> Difference:
    raised, told = recording.raised, judgement.raised
    assert raised is not None
    assert raised.file is not None
    assert told is not None
    number, line = (raised.file, raised.line or 0) if tried is None else (tried.mend.file, tried.mend.line)
    file = recording.files[number]
    source = file.text.split("\n")[line - 1].strip()
    names: tuple[str, ...] = ()
    symbol, text, texts = "", told.text, list[str]()
    if tried is not None:
        mine = [one for one in tried.judgement.lines if one.line == line and one.verdict in ("right", "follows")]
        if mine:
            symbol, names = mine[-1].symbol, mine[-1].names
            stands = QT_TRANSLATE_NOOP("model", "Line {line} stands for {symbol}: {equation}")
            texts.append(filled(stands, line=line, symbol=symbol_text(symbol), equation=mine[-1].equation))
        if tried.rank == 3:
            texts.append(QT_TRANSLATE_NOOP("model", "With the mended line your gradients are right"))
    if texts:
        two = QT_TRANSLATE_NOOP("model", "{sentence} {following}")
        text = filled(two, sentence=text, following=sentences(texts))
    return Difference(
        PurePath(file.path).name,
        file.cell,
        line,
        source,
        symbol,
        names,
        () if tried is None else tried.mend.mistakes,
        text,
        None if tried is None else tried.mend.new.strip(),
    )
