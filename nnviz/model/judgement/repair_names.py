"""The mistake's name and the mended line, where only the right value is known: by the smallest change of the line."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.changed_text import ChangedText
from nnviz.model.judgement.edits import edited, segment, spliced
from nnviz.model.judgement.exact_edits import exact_edits
from nnviz.model.judgement.exact_mend import gives, parts_of
from nnviz.model.judgement.found_repair import Repair
from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.kept_value import kept_value
from nnviz.model.judgement.plain_spelling import plain, plain_column, unplain
from nnviz.model.judgement.slope_texts import names_of, scope_of
from nnviz.model.judgement.turned_statement import turned_statement
from nnviz.model.judgement.wrong_factor import names_of_times
from nnviz.model.recognition.trace import Trace

_MOST_EDITS: Final = 3000
_MOST_SLOPES: Final = 10


def named_repair(trace: Trace, repair: Repair) -> tuple[tuple[str, ...], str | None]:
    """Return the names of the mistake in a line, and the line as it should be; none where no small change is right.

    Parameters
    ----------
    trace
        The recording.
    repair
        What is put right.
    """
    event, right = repair.event, repair.right
    names = repair.mistakes or _of_factor(trace, trace.value(event), right)
    place = trace.statement(event)
    lines = trace.recording.files[place.file].text.split("\n")
    if place.line != place.end_line or not 0 < place.line <= len(lines):
        return names, None
    raw = lines[place.line - 1]
    line, column, end = plain(raw), plain_column(raw, place.column), plain_column(raw, place.end_column)
    kept = () if names else kept_value(trace, event, right)
    turned = turned_statement(line, column, end, names or kept)
    if turned is not None:
        return names or kept, unplain(turned).strip()
    text = line[column:end]
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return names, None
    scope = scope_of(trace, event)
    known = {name: array for name, array in scope.items() if "(" not in name and " " not in name}
    slopes = list(islice(_slopes(known, right), 3 * _MOST_SLOPES))
    theta = trace.value(repair.forward) if repair.is_parameter else None
    thetas = [] if theta is None else list(islice(names_of(theta, scope), 3))
    parts = list(parts_of(text, statement, scope, right))
    # What an inner expression should give is not what the whole statement should.
    inner = plain(trace.place(event).text)
    parts = [part for part in parts if segment(text, part[0]) == inner] or parts
    for node, wanted in parts:
        own = segment(text, node)
        for new in islice(chain(edited(own, known, slopes, ()), exact_edits(own, scope, wanted, thetas)), _MOST_EDITS):
            if gives(new, scope, wanted):
                changed = ChangedText(trace, own, new, slopes, scope, event, thetas)
                return names or changed.mistakes(repair.is_output), unplain(spliced(line, node, new, column)).strip()
    return names, None


def _of_factor(trace: Trace, value: Array | None, right: Array) -> tuple[str, ...]:
    if value is None or value.shape != right.shape or value.size < 2:
        return ()
    multiple = fit(np.atleast_2d(value), np.atleast_2d(right))
    if multiple is None or not multiple.fits or not multiple.ratio:
        return ()
    return ("flipped-sign",) if multiple.ratio < 0 else names_of_times(trace, multiple.ratio)


def _slopes(scope: Mapping[str, Array], right: Array) -> Iterator[str]:
    for name in islice((n for n, a in scope.items() if a.shape == right.shape), _MOST_SLOPES):
        yield from (f"{name} * (1 - {name})", f"1 - {name} ** 2", f"{name} > 0")
