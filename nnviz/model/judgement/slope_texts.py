"""The right slope and the right errors in the person's names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.evaluate import Unknown, normal
from nnviz.model.judgement.plain_spelling import plain
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace

_MOST_NAMES = 200


def scope_of(trace: Trace, event: int) -> dict[str, Array]:
    """Return what the parts of a statement, and the names beside it, held before it: in normal spelling → value.

    Names of the function come first, then attributes as it can reach them, then names of the module.
    """
    step = trace.events[event].step
    steps = trace.recording.steps
    if not 0 <= step < len(steps):
        return {}
    frame, first = trace.events[event].frame, steps[step].first
    found: dict[str, Array] = {}
    for number in range(first, steps[step].last):
        if trace.events[number].frame == frame and trace.kind(number) not in ("bind", "store", "augmented", "constant"):
            _put(found, plain(trace.place(number).text), trace.value(number))
    # What is bound with the result of a function comes after the last step in that function.
    for number in range(event - 1, max(event - 4000, -1), -1):
        one = trace.events[number]
        if one.frame == frame and one.path.isidentifier() and trace.kind(number) == "bind":
            _put(found, plain(one.path), trace.value(number))
    held = {plain(path): index for path, index in trace.recording.names_at(step - 1).items()}
    text = plain(trace.statement(event).text)
    local = {plain(e.path) for e in trace.events[max(first - 4000, 0) : first] if e.frame == frame and e.path}
    own = _first_argument(trace, event)
    whole = {
        path: _number(trace, index) for path, index in held.items() if path.isidentifier() and _is_whole(trace, index)
    }
    keys = _keys(trace, event, text)
    for path in sorted(held, key=lambda path: path not in local):
        spelled = path
        keyed = re.fullmatch(r"(.+)\['([^']*)'\]", path)
        if keyed is not None and keyed[2] in keys:
            _put(found, f"{keyed[1]}[{keys[keyed[2]]}]", trace.array(held[path]))
        if own and path not in local and "." in path and path.split(".")[0].isidentifier():
            spelled = f"{own}.{path.split('.', 1)[1]}"
        for name in _indexed(spelled, {name: number for name, number in whole.items() if name in local}, text):
            _put(found, name, trace.array(held[path]))
    for path, name in _from_the_end(held) if "[-" in text else ():
        _put(found, name, trace.array(held[path]))
    return found


def _from_the_end(held: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield paths of items, and how they are spelled counted from the end."""
    items: dict[str, list[int]] = {}
    for path in held:
        found = re.fullmatch(r"(.+)\[(\d+)\]", path)
        if found is not None:
            items.setdefault(found[1], []).append(int(found[2]))
    for base, numbers in items.items():
        yield from ((f"{base}[{number}]", f"{base}[{number - max(numbers) - 1}]") for number in numbers)


def _put(found: dict[str, Array], text: str, value: Array | None) -> None:
    if value is not None and len(found) < _MOST_NAMES:
        try:
            found.setdefault(normal(text), value)
        except Unknown:
            return


def _number(trace: Trace, index: int) -> int:
    value = trace.array(index)
    return 0 if value is None else int(value)


def _is_whole(trace: Trace, index: int) -> bool:
    value = trace.array(index)
    return value is not None and value.ndim == 0 and float(value).is_integer() and abs(float(value)) < 100


def _indexed(path: str, numbers: Mapping[str, int], text: str) -> list[str]:
    """Return how an item is spelled with the indices that are counted there; as it is where none fits."""
    found = re.fullmatch(r"(.+)\[(\d+)\](.*)", path)
    if found is None:
        return [path]
    base, index, rest = found[1], int(found[2]), found[3]
    if re.search(re.escape(base) + r"\[\d", text):
        return [path]
    spelled = []
    for name, number in numbers.items():
        if not name.startswith(("n", "m", "N", "M")) and abs(index - number) <= 1:
            sign = {0: "", 1: " + 1", -1: " - 1"}[index - number]
            spelled.append(f"{base}[{name}{sign}]{rest}")
    # An index that the statement names is meant before another of the same value.
    own = set(re.findall(r"\w+", text))
    return sorted(spelled, key=lambda one: (not set(re.findall(r"\w+", one[len(base) :])) & own, len(one))) or [path]


def _keys(trace: Trace, event: int, text: str) -> dict[str, str]:
    """Return key → the name that holds it, as in ``moments[k]``: seen where something is stored under it."""
    names = set(re.findall(r"\[([^\W\d]\w*)\]", text))
    found: dict[str, str] = {}
    frame = trace.events[event].frame
    for number in range(min(event + 400, len(trace) - 1), max(event - 400, -1), -1):
        one = trace.events[number]
        keyed = re.fullmatch(r"(.+)\['([^']*)'\]", one.path)
        if one.frame != frame or keyed is None or not names:
            continue
        for name in names:
            if re.match(rf".*\b{re.escape(keyed[1])}\[{name}\]\s*[-+*/]?=", trace.statement(number).text):
                found = {key: other for key, other in found.items() if other != name} | {keyed[2]: name}
        if number <= event and found:
            break
    return found


def _first_argument(trace: Trace, event: int) -> str:
    """Return what a method around an event calls its object; empty in a function or the module."""
    place = trace.statement(event)
    if "." not in place.function or "<locals>" in place.function:
        return ""
    try:
        tree = ast.parse(trace.recording.files[place.file].text)
    except SyntaxError:
        return ""
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= place.line <= (node.end_lineno or 0) and node.args.args
    ]
    return around[-1].args.args[0].arg if around else ""


def names_of(array: Array, scope: Mapping[str, Array]) -> Iterator[str]:
    """Yield the names that hold an array, or it transposed."""
    for name, value in scope.items():
        if value.size == array.size and value.ndim and "(" not in name and " " not in name:
            if value.shape == array.shape and np.array_equal(value, array):
                yield name
            elif (
                value.ndim == 2 and array.ndim == 2 and value.T.shape == array.shape and np.array_equal(value.T, array)
            ):
                yield name[:-2] if name.endswith(".T") else f"{name}.T"
            elif np.array_equal(value.ravel(), array.ravel()):
                yield name


def slope_texts(recognition: Recognition, layer_number: int, scope: Mapping[str, Array]) -> Iterator[str]:
    """Yield texts of the slope of a layer's activation."""
    one = recognition.first
    layer = one.layers[layer_number - 1]
    row = layer.activation
    outputs = list(dict.fromkeys(names_of(one.own(layer.A), scope)))[:3]
    inputs = list(dict.fromkeys(names_of(one.own(layer.Z), scope)))[:3]
    if row.name == "sigmoid":
        yield from (f"{a} * (1 - {a})" for a in outputs)
    elif row.name == "tanh":
        yield from (f"1 - {a} ** 2" for a in outputs)
    elif row.name == "relu":
        yield from (f"{z} > 0" for z in (*inputs, *outputs))
    elif row.name == "leaky-relu" and row.slope is not None:
        leak = float(row.slope(layer.Z, layer.A).min())
        named = next((n for n, v in scope.items() if n.isidentifier() and v.ndim == 0 and v == leak), f"{leak:.12g}")
        yield from (f"np.where({z} > 0, 1.0, {named})" for z in (*inputs, *outputs))
    elif row.name == "softplus":
        yield from (f"1 / (1 + np.exp(-{z}))" for z in inputs)


def error_texts(
    recognition: Recognition, layer_number: int, delta: Array | None, scope: Mapping[str, Array]
) -> Iterator[str]:
    """Yield texts of what comes back through the weights above a layer; of A − Y for the output layer."""
    one = recognition.first
    if layer_number == len(one.layers):
        if one.Y is not None:
            for a in list(names_of(one.own(one.layers[-1].A), scope))[:2]:
                yield from (f"{a} - {y}" for y in list(names_of(one.own(one.Y), scope))[:2])
        return
    above = one.layers[layer_number]
    if delta is None:
        return
    for d in list(names_of(one.own(delta), scope))[:2]:
        for w in list(names_of(above.W if one.samples_are == "rows" else above.W.T, scope))[:2]:
            yield f"{d} @ {w}" if one.samples_are == "rows" else f"{w} @ {d}"


def whole_deltas(recognition: Recognition, layer_number: int, scope: Mapping[str, Array]) -> Iterator[str]:
    """Yield texts of δ of the output with the whole Jacobian of softmax, for the squared error."""
    one = recognition.first
    if layer_number != len(one.layers) or one.layers[-1].activation.name != "softmax":
        return
    axis = 1 if one.samples_are == "rows" else 0
    for error in error_texts(recognition, layer_number, None, scope):
        a = error.split(" - ")[0]
        yield f"{a} * (({error}) - np.sum(({error}) * {a}, axis={axis}, keepdims=True))"
