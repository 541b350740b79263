"""The mistake's name and the mended line, where only the right value is known: by the smallest change of the line."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.edits import edited, segment, spliced
from nnviz.model.judgement.exact_edits import exact_edits
from nnviz.model.judgement.exact_mend import gives, parts_of
from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.slope_texts import scope_of
from nnviz.model.recognition.trace import Trace

_MOST_EDITS: Final = 3000
_MOST_SLOPES: Final = 10
_FACTORS: Final = {-1.0: "flipped-sign", 0.5: "half-factor", 2.0: "unhalved-gradient"}


def named_repair(trace: Trace, event: int, right: Array) -> tuple[tuple[str, ...], str | None]:
    """Return the names of the mistake in a line, and the line as it should be; none where no small change is right.

    Parameters
    ----------
    trace
        The recording.
    event
        What computes a wrong value.
    right
        What it should be, in its shape.
    """
    place = trace.statement(event)
    lines = trace.recording.files[place.file].text.split("\n")
    value = trace.value(event)
    multiple = None if value is None or value.shape != right.shape else fit(np.atleast_2d(value), np.atleast_2d(right))
    names: tuple[str, ...] = ()
    if multiple is not None and multiple.fits:
        names = tuple(name for factor, name in _FACTORS.items() if abs(multiple.ratio - factor) < 1e-5)
    if place.line != place.end_line or not 0 < place.line <= len(lines):
        return names, None
    line = lines[place.line - 1]
    text = line[place.column : place.end_column]
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return names, None
    if not text.isascii():
        return names, None
    scope = scope_of(trace, event)
    known = {name: array for name, array in scope.items() if "(" not in name and " " not in name}
    slopes = list(islice(_slopes(known, right), 3 * _MOST_SLOPES))
    for node, wanted in parts_of(text, statement, scope, right):
        own = segment(text, node)
        for new in islice(chain(edited(own, known, slopes, ()), exact_edits(own, scope, wanted, ())), _MOST_EDITS):
            if gives(new, scope, wanted):
                return names or _named(own, new, slopes), spliced(line, node, new, place.column).strip()
    return names, None


def _slopes(scope: Mapping[str, Array], right: Array) -> Iterator[str]:
    for name in islice((n for n, a in scope.items() if a.shape == right.shape), _MOST_SLOPES):
        yield from (f"{name} * (1 - {name})", f"1 - {name} ** 2", f"{name} > 0")


def _named(old: str, new: str, slopes: list[str]) -> tuple[str, ...]:
    """Return what a change of a text mends."""
    if any(new.endswith(f"* ({slope})") for slope in slopes) and len(new) > len(old):
        return ("hidden-slope-forgotten",)
    if any(slope in new and slope not in old for slope in slopes):
        return ("wrong-derivative",)
    if old.count(".T") != new.count(".T"):
        return ("not-transposed",)
    if old.count("axis=") and old.count("axis=") == new.count("axis=") and old != new:
        return ("bias-sum-over-units",)
    return ()
