"""The line of a person's file that computes a wrong value, and that line as it should be."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.argument_layouts import Call
from nnviz.model.judgement.found_repair import of_value
from nnviz.model.judgement.mended_run import with_line
from nnviz.model.judgement.repair_names import named_repair
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.record import record

_VALUE: Final = "value"
_RUN: Final = """\
import importlib, inspect
import numpy
given = numpy.load({arguments!r})
weights = [given[f"W{{layer}}"] for layer in range({depth})]
biases = [given[f"b{{layer}}"] for layer in range({depth})]
function = importlib.import_module({module!r}).backprop
rate = {{"learning_rate": {rate!r}}} if "learning_rate" in inspect.signature(function).parameters else {{}}
returned = function(given["X"], given["Y"], weights, biases, **rate)
parts = returned.values() if isinstance(returned, dict) else [part for parts in returned for part in parts]
for part in parts:
    value = part
"""
"""Calls the function once, and names each array that it has returned."""


@dataclass(frozen=True)
class OwnLine:
    """A line of a person's file.

    Attributes
    ----------
    file, line, source
        Where it stands, from 1, and its text.
    mended
        The line as it should be; None where no small change of it gives the right values.
    names
        Names of the mistakes that the change mends.
    """

    file: str
    line: int
    source: str
    mended: str | None = None
    names: tuple[str, ...] = ()


def find_line(
    path: Path, call: Call, theirs: Array, right: Array | None, *, seconds: float, cancelled: Callable[[], bool]
) -> OwnLine | None:
    """Return the line that computes a value; None where that is not seen.

    Parameters
    ----------
    path
        The file.
    call
        The arguments for which its `backprop` returns the value.
    theirs, right
        The value, and what it should be, as it is returned; None where that is not known.
    seconds
        How long the file may run.
    cancelled
        Asked often.
    """
    with tempfile.TemporaryDirectory(prefix="nnviz-call-", ignore_cleanup_errors=True) as folder:
        arguments = Path(folder) / "arguments.npz"
        given = {f"W{layer}": array for layer, array in enumerate(call.weights)}
        given |= {f"b{layer}": array for layer, array in enumerate(call.biases)}
        np.savez(arguments, X=call.X, Y=call.Y, **given)  # type: ignore[arg-type]
        depth, rate = len(call.weights), call.learning_rate
        source = _RUN.format(arguments=str(arguments), depth=depth, module=path.stem, rate=rate)
        # It stands beside the person's file, so that this is found, and is never written.
        beside = path.with_name(f"call of {path.stem}.py")
        recording = record(beside, source=source, seconds=seconds, cancelled=cancelled)
    trace = Trace(recording)
    event = _event_of(trace, theirs)
    if event is None:
        return None
    place = trace.statement(event)
    shown = Path(recording.files[place.file].path).name
    if shown != path.name:
        return OwnLine(shown, place.line, trace.source_line(place.file, place.line))
    names: tuple[str, ...] = ()
    mended = None
    computed = trace.value(event)
    if right is not None and computed is not None and right.size == computed.size:
        names, mended = named_repair(trace, of_value(event, right.reshape(computed.shape)))
    return OwnLine(shown, place.line, trace.source_line(place.file, place.line), mended, names)


def mended_text(path: Path, line: OwnLine) -> str | None:
    """Return the text of a file with a line mended; None where there is nothing to mend."""
    if line.mended is None:
        return None
    text = path.read_text(encoding="utf-8")
    mended = with_line(text, line.line, line.mended)
    return None if mended == text else mended


def _event_of(trace: Trace, theirs: Array) -> int | None:
    """Return what computed a value that is among those returned."""
    for event in range(len(trace) - 1, -1, -1):
        if trace.events[event].path != _VALUE or trace.place(event).file != 0:
            continue
        value = trace.value(event)
        if value is not None and value.shape == theirs.shape and np.array_equal(value, theirs, equal_nan=True):
            source = trace.source(event)
            return None if trace.place(source).file == 0 else source
    return None
