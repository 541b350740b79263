"""What recognition and judgement say of a recording, as it is shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

import numpy as np

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.judgement.judgement import JudgedLine, Judgement
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.recognition.network import ForwardPass, Layer, Recognition
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.findings import (
    Findings,
    FoundPass,
    LineNote,
    Part,
    ShownAdvice,
    ShownNetwork,
    SourceLine,
    Verdict,
)
from nnviz.model.recorded_run.update_begins import with_begins
from nnviz.model.recording.recording import Recording

_RANK: Mapping[Verdict, int] = {"unknown": 0, "right": 1, "follows": 2, "wrong": 3}
_SHOWN_BY = {
    "saturation": "Z1",
    "symmetric": "W1",
    "unscaled": "X",
    "labels": "Y",
    "dead-relu": "A1",
    "rate-too-large": "dW1",
    "rate-too-small": "dW1",
}
"""Kind of advice → what shows its number."""

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def findings_of(recording: Recording, recognition: Recognition | None, judgement: Judgement) -> Findings:
    """Return what was found in a recording, as it is shown."""
    lines = _line_notes(recording, judgement)
    first = _first(recording, judgement, lines)
    if first is not None:
        lines[first.at] = first
    raised = _raised(recording, judgement)
    if raised is not None:
        lines[raised.at] = replace(raised, verdict="wrong", names=(), equation="")
    found = Findings(
        ok=judgement.ok,
        sentence=judgement.sentence,
        follows=judgement.follows,
        raised=raised,
        first=first,
        lines=lines,
        notes=judgement.notes,
        advice=tuple(ShownAdvice(each.kind, each.text, _SHOWN_BY.get(each.kind, "")) for each in judgement.advice),
        parts=tuple(_parts(recording, judgement)),
    )
    network = None if recognition is None else _network(judgement)
    if recognition is None or network is None:
        return found
    forward = tuple(_passes(recognition))
    return replace(
        found,
        network=network,
        symbols=_symbols(recording, recognition, judgement),
        updates=with_begins(recording, recognition.updates, forward),
        forward=forward,
        states=tuple(_states(recognition)),
        parameters={symbol: each.path or symbol for symbol, each in recognition.parameters.items()},
        right=_right(judgement),
    )


# The network ----------------------------------------------------------------------------------------------------------


def _network(judgement: Judgement) -> ShownNetwork | None:
    """Return the network, where nnviz has all that it is made of."""
    found = judgement.network
    if found is None or any(name not in ACTIVATIONS for name in found.activations):
        return None
    loss = found.loss if found.loss in LOSSES else ""
    rows = "rows" if found.samples_are == "rows" else "columns"
    return ShownNetwork(
        found.sizes,
        found.activations,
        loss or "",
        found.scaling or "",
        rows,  # type: ignore[arg-type]
        found.batch,
        found.learning_rate,
    )


def _inputs(layer: Layer) -> Array:
    return layer.I if layer.ones is None else np.delete(layer.I, layer.ones, axis=0)


def _passes(recognition: Recognition) -> Iterator[FoundPass]:
    sizes = recognition.sizes
    for update, passes in enumerate(recognition.passes, start=1):
        for one in passes:
            if one.Y is None or one.Y.shape != one.layers[-1].A.shape:
                continue
            inputs = np.asarray(_inputs(one.layers[0]), dtype=np.float64)
            targets = np.asarray(one.Y, dtype=np.float64)
            # A silent broadcast may have made the network another one by its second update.
            if [len(inputs), len(targets)] == [sizes[0], sizes[-1]]:
                yield FoundPass(update, one.layers[0].product, inputs, targets)


def _states(recognition: Recognition) -> Iterator[Mapping[str, Array]]:
    """Yield the parameters before the first update and after each, in the column convention."""
    first = recognition.first
    for number in range(len(recognition.updates) + 1):
        state: dict[str, Array] = {}
        for symbol, parameter in recognition.parameters.items():
            layer = first.layers[int(symbol[1:]) - 1]
            own = parameter.states[min(number, len(parameter.states) - 1)]
            state |= _parameter(symbol, np.asarray(own, dtype=np.float64), layer, first)
        yield state


def _parameter(symbol: str, own: Array, layer: Layer, one: ForwardPass) -> dict[str, Array]:
    units, below = layer.W.shape
    if symbol.startswith("b"):
        column = in_columns(own, (units, 1), one.samples_are)
        return {} if column is None else {symbol: column}
    weights = in_columns(own, (units, below), "rows" if layer.turned else "columns")
    if weights is None:
        return {}
    if layer.ones is None:
        return {symbol: weights}
    # The bias is a column of the weights, of inputs that are always 1.
    bias = weights[:, layer.ones].reshape(units, 1)
    rest = np.delete(weights, layer.ones, axis=1)
    return {symbol: read_only(rest), f"b{symbol[1:]}": read_only(bias.copy())}


# Which event computes what --------------------------------------------------------------------------------------------


def _symbols(recording: Recording, recognition: Recognition, judgement: Judgement) -> dict[int, str]:
    """Return event → symbol for all recorded updates."""
    symbols: dict[int, str] = {}
    for passes in recognition.passes:
        for one in passes:
            for number, layer in enumerate(one.layers, start=1):
                if layer.net != layer.out:
                    symbols[layer.net] = f"Z{number}"
                symbols[layer.out] = f"A{number}"
    for symbol, parameter in recognition.parameters.items():
        symbols |= dict.fromkeys(parameter.changed, symbol)
    gradients = {
        line.event: line.symbol
        for line in judgement.lines
        if line.symbol.startswith(("delta", "dW", "db")) and recording.events[line.event].value is not None
    }
    symbols |= _repeated(recording, recognition, gradients, symbols)
    return symbols


def _right(judgement: Judgement) -> dict[str, Array]:
    """Return what the wrong lines should have given; what right ones give may have another factor."""
    wrong = {line.symbol for line in judgement.lines if line.verdict == "wrong"}
    return {symbol: array for symbol, array in judgement.right_values.items() if symbol in wrong}


def _repeated(
    recording: Recording, recognition: Recognition, first: Mapping[int, str], forward: Mapping[int, str]
) -> dict[int, str]:
    """Return the same symbols in every run of the forward lines: the events of the same places, in the same order."""
    starts = sorted(each.event for each in _passes(recognition))
    wanted = {recording.events[event].place for event in first}
    by_place: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(min(starts, default=0), len(recording.events)):
        place = recording.events[number].place
        if place in wanted:
            by_place[place].append(number)
    found: dict[int, str] = {}
    for event, symbol in first.items():
        same = by_place[recording.events[event].place]
        groups = _groups(same, starts)
        at = next((group.index(event) for group in groups if event in group), None)
        for group in groups:
            if at is not None and at < len(group) and group[at] not in forward:
                found[group[at]] = symbol
    return found


def _groups(events: Sequence[int], starts: Sequence[int]) -> list[list[int]]:
    """Cut events at the beginnings of the runs of the forward lines."""
    groups: list[list[int]] = [[] for _ in range(len(starts) + 1)]
    at = 0
    for event in events:
        while at < len(starts) and event >= starts[at]:
            at += 1
        groups[at].append(event)
    return [group for group in groups if group]


# The lines ------------------------------------------------------------------------------------------------------------


def _at(recording: Recording, file: str, cell: int | None, line: int) -> SourceLine:
    for number, each in enumerate(recording.files):
        if PurePath(each.path).name == PurePath(file).name and each.cell == cell:
            return SourceLine(number, line)
    return SourceLine(0, line)


def _line_notes(recording: Recording, judgement: Judgement) -> dict[SourceLine, LineNote]:
    by_line: defaultdict[SourceLine, list[JudgedLine]] = defaultdict(list)
    for line in judgement.lines:
        by_line[_at(recording, line.file, line.cell, line.line)].append(line)
    return {at: _note(at, lines) for at, lines in by_line.items()}


def _note(at: SourceLine, lines: Sequence[JudgedLine]) -> LineNote:
    """Return the note of a line that computes several things: of the worst, else of the last."""
    worst = max(lines, key=lambda line: _RANK[_verdict(line)])
    shown = worst if _verdict(worst) == "wrong" else lines[-1]
    equation = shown.equation
    for line in lines:
        # What the line computes on the way is written where it is used: A = f(W·X + b), W ← W − η Xᵀ·δ.
        is_inner = line.symbol in (f"Z{shown.symbol[1:]}", f"d{shown.symbol}") and line.symbol != shown.symbol
        if is_inner and " = " in line.equation:
            name, value = line.equation.split(" = ", 1)
            equation = equation.replace(name, value)
    kinds = {re.sub(r"\d", "", line.symbol) for line in lines}
    layers = {line.symbol for line in lines}
    if len(kinds) < len(layers) and _verdict(worst) != "wrong":
        equation = _of_any_layer(equation, shown.symbol)
    return LineNote(at, _verdict(worst), shown.symbol, shown.names, equation)


def _of_any_layer(equation: str, symbol: str) -> str:
    """Write the equation of a line that is run for several layers: Z² = W²·A¹ as Zˡ = Wˡ·Aˡ⁻¹."""
    layer = int(re.sub(r"\D", "", symbol) or 0)
    names = {layer: "ˡ", layer - 1: "ˡ⁻¹", layer + 1: "ˡ⁺¹"}
    pattern = "|".join(_superscript(number) for number in sorted(names, reverse=True) if number > 0)
    written = {_superscript(number): text for number, text in names.items()}
    return re.sub(pattern, lambda found: written[found[0]], equation) if pattern else equation


def _superscript(number: int) -> str:
    return "".join(_SUPERSCRIPTS[int(digit)] for digit in str(max(number, 0)))


def _verdict(line: JudgedLine) -> Verdict:
    return next((verdict for verdict in _RANK if verdict == line.verdict), "unknown")


def _first(recording: Recording, judgement: Judgement, lines: Mapping[SourceLine, LineNote]) -> LineNote | None:
    found = judgement.first_difference
    if found is None:
        return None
    at = _at(recording, found.file, found.cell, found.line)
    note = lines.get(at)
    equation = "" if note is None else note.equation
    return LineNote(at, "wrong", found.symbol, found.names, equation, found.mended, found.text, found.mistakes)


def _raised(recording: Recording, judgement: Judgement) -> LineNote | None:
    found = judgement.raised
    if found is None:
        return None
    at = _at(recording, found.file, found.cell, found.line)
    first = judgement.first_difference
    mended = first.mended if first is not None and (first.file, first.line) == (found.file, found.line) else None
    return LineNote(at, "unknown" if mended is None else "wrong", "", (found.type,), found.message, mended, found.text)


def _parts(recording: Recording, judgement: Judgement) -> Iterator[Part]:
    kinds = {"forward": r"[ZA]\d", "gradients": r"delta|d[Wb]", "updates": r"[Wb]\d"}
    for name, pattern in kinds.items():
        lines = [line for line in judgement.lines if re.match(pattern, line.symbol)]
        if not lines:
            continue
        worst = max((_verdict(line) for line in lines), key=lambda verdict: _RANK[verdict])
        wrong = next((line for line in lines if _verdict(line) == "wrong"), None)
        first = None if wrong is None else _at(recording, wrong.file, wrong.cell, wrong.line)
        yield Part(name, worst, sum(_verdict(line) == "right" for line in lines), len(lines), first)
