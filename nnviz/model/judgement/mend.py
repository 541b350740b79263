"""The line as it should be, in the person's names: a small change of it that makes its recorded values right."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.called_slopes import called_slopes
from nnviz.model.judgement.edits import edited
from nnviz.model.judgement.evaluate import FAILURES, evaluate
from nnviz.model.judgement.exact_mend import exactly_mended
from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.plain_spelling import plain, plain_column, unplain
from nnviz.model.judgement.settled import settled_factor
from nnviz.model.judgement.slope_texts import error_texts, scope_of, slope_texts, whole_deltas
from nnviz.model.judgement.special_mends import with_another_count, with_another_mask, with_inner_bias, with_old_weights
from nnviz.model.judgement.turned_statement import turned_statement
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace

_CLOSE = 1e-6
_MOST_CELLS = 2_000_000
_MOST_EDITS = 4000


def mended_line(
    trace: Trace, recognition: Recognition, entry: LineEntry, entries: Sequence[LineEntry] = ()
) -> str | None:
    """Return the line as it should be; None where no small change makes its values right.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    entry
        The first wrong line.
    entries
        All lines: those of other gradients say which multiple is meant.
    """
    place = trace.statement(entry.fault)
    file = trace.recording.files[place.file]
    lines = file.text.split("\n")
    if place.end_line != place.line or not 0 < place.line <= len(lines):
        return None
    raw = lines[place.line - 1]
    ends = (plain_column(raw, place.column), plain_column(raw, place.end_column))
    mended = _mended_plain(trace, recognition, entry, entries, plain(raw), ends)
    return None if mended is None else unplain(mended).strip()


def _mended_plain(
    trace: Trace,
    recognition: Recognition,
    entry: LineEntry,
    entries: Sequence[LineEntry],
    line: str,
    ends: tuple[int, int],
) -> str | None:
    """Return a line, spelled in ASCII, as it should be."""
    turned = turned_statement(line, *ends, entry.mistakes)
    if turned is not None:
        return turned
    if entry.wanted is not None:
        return exactly_mended(trace, recognition, entry, line, ends)
    wanted = _wanted(recognition, entry)
    special = _special(trace, recognition, entry, line, *ends, wanted)
    if special is not None:
        return special
    if wanted is None or wanted.size > _MOST_CELLS:
        return None
    for node, start in _expressions(line, *ends, trace, entry):
        segment = line[start + node.col_offset : start + (node.end_col_offset or 0)]
        new = _mended(segment, trace, recognition, entry, wanted, _scales(trace, entry, entries))
        if new is not None:
            return line[: start + node.col_offset] + new + line[start + (node.end_col_offset or 0) :]
    return None


def _special(
    trace: Trace, recognition: Recognition, entry: LineEntry, line: str, column: int, end: int, wanted: Array | None
) -> str | None:
    """Return a line whose kind of statement is mended in a way of its own; None for others."""
    text = line[column:end]
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return None
    if not text.isascii():
        return None
    if entry.mistakes == ("bias-after-activation",):
        return with_inner_bias(line, column, statement)
    if any(name.startswith("m-is-") for name in entry.mistakes):
        counted = with_another_count(line, column, statement, scope_of(trace, entry.fault), recognition.first.m)
        if counted is not None:
            return counted
    if entry.mistakes == ("in-place",):
        return with_old_weights(trace, recognition, entry, line, column, statement)
    if wanted is None or not isinstance(statement, ast.Assign):
        return None
    return with_another_mask(line, column, statement, scope_of(trace, entry.fault), wanted)


def _expressions(line: str, column: int, end: int, trace: Trace, entry: LineEntry) -> Iterator[tuple[ast.expr, int]]:
    """Yield the expressions of a statement that may be mended, and where the statement's text starts."""
    text = line[column:end]
    if not text.isascii():
        return  # columns of the syntax tree are bytes
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return
    place = trace.place(entry.fault)
    raw = trace.recording.files[place.file].text.split("\n")[place.line - 1]
    own_place = (plain_column(raw, place.column), plain_column(raw, place.end_column))
    own = entry.symbol.startswith(("dW", "db")) or entry.part is not None or trace.source(entry.event) == entry.fault
    for node in ast.walk(statement):
        if not isinstance(node, ast.expr) or place.line != place.end_line or not own:
            continue
        if (column + node.col_offset, column + (node.end_col_offset or 0)) == own_place:
            yield node, column
    value = getattr(statement, "value", None)
    if isinstance(statement, ast.Assign) and not all(_is_whole(target) for target in statement.targets):
        return
    gradient = entry.symbol.startswith(("dW", "db"))
    if isinstance(statement, ast.AugAssign) and gradient and entry.excess != 1.0:
        yield statement.value, column
    if isinstance(statement, ast.Assign | ast.Return) and isinstance(value, ast.expr):
        yield value, column


def _is_whole(target: ast.expr) -> bool:
    """Return whether a whole array is assigned, and not some of its cells."""
    return not isinstance(target, ast.Subscript) or isinstance(target.slice, ast.Constant | ast.Name)


def _wanted(recognition: Recognition, entry: LineEntry) -> Array | None:
    """Return what the line at fault should give."""
    one = recognition.first
    layer = one.layers[entry.layer - 1]
    right = entry.right
    if right is None or any(name.startswith("penalty") for name in entry.mistakes):
        return None  # what is right there has the penalty in it
    if entry.symbol.startswith("dW"):
        return right.T if layer.turned else right
    if entry.symbol.startswith("db"):
        own = recognition.parameters[f"b{entry.layer}"].states[0]
        return right.reshape(own.shape) if right.size == own.size else right
    if not entry.symbol.startswith("delta") and not entry.symbol.startswith("A"):
        return None
    if entry.part is not None:
        return one.own(entry.part)
    return one.own(right)


def _scales(trace: Trace, entry: LineEntry, entries: Sequence[LineEntry]) -> list[float]:
    """Return the multiples of the right gradient that may be meant: the line's own, then those of other gradients."""
    if entry.scale is None:
        return []
    others = [e for e in entries if e.verdict == "right" and e.symbol.startswith(("dW", "db"))]
    peers = [settled_factor(trace, e) for e in others] if entry.symbol.startswith(("dW", "db")) else []
    return list(dict.fromkeys([entry.scale, *peers]))


def _mended(
    text: str, trace: Trace, recognition: Recognition, entry: LineEntry, wanted: Array, scales: Sequence[float]
) -> str | None:
    scope = scope_of(trace, entry.fault)
    slopes = [*called_slopes(trace, recognition, entry.layer, scope), *slope_texts(recognition, entry.layer, scope)]
    errors = list(error_texts(recognition, entry.layer, entry.given, scope))
    try:
        now = evaluate(text, scope)
    except FAILURES:
        return None
    if now.ndim < 2 and now.size == wanted.size:
        wanted = wanted.reshape(now.shape)  # a flat array of theirs
    like = np.atleast_2d(wanted)
    present = fit(np.atleast_2d(now), like) if now.shape == wanted.shape else None
    sign = -1.0 if now.shape == wanted.shape and float((now * wanted).sum()) < 0 else 1.0
    if entry.excess == 1.0 and present is not None and present.fits and _is_told(present.ratio, wanted, scales):
        return None  # this part is right
    names = {name: value for name, value in scope.items() if "(" not in name and " " not in name and np.any(value)}
    wholes = whole_deltas(recognition, entry.layer, scope) if entry.symbol.startswith("delta") else ()
    for candidate in chain(islice(edited(text, names, slopes, errors), _MOST_EDITS), wholes):
        try:
            with np.errstate(all="ignore"):
                value = evaluate(candidate, scope)
        except FAILURES:
            continue
        if value.shape != wanted.shape or not np.all(np.isfinite(value)):
            continue
        multiple = fit(np.atleast_2d(value), like)
        if multiple is None or not multiple.fits:
            continue
        if entry.excess == 1.0 or present is None:
            if any(_same(multiple.ratio, scale) for scale in scales) or (not scales and multiple.ratio * sign > 0):
                return candidate
        elif _same(multiple.ratio * entry.excess, present.ratio):
            return candidate
    return None


def _is_told(ratio: float, wanted: Array, scales: Sequence[float]) -> bool:
    """Return whether a multiple says that a value is right: one number is a multiple of any other."""
    return wanted.size > 1 or any(_same(ratio, scale) for scale in scales)


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= _CLOSE * abs(two)
