"""Parameters that are numbers in lists, dictionaries and objects: each is followed, the first wrong line is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nnviz.model.judgement.adjoints import adjoints
from nnviz.model.judgement.cell_parameters import CellParameters
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement
from nnviz.model.recognition.cell_trace import cell_trace
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.record import record

pytestmark = pytest.mark.slow

_NEURONS = """\
from math import exp
from random import seed, random
seed(1)
net = [[{'w': [random() - 0.5 for i in range(3)]} for j in range(2)], [{'w': [random() - 0.5 for i in range(3)]}]]
data = [([0.3, 0.8], 1), ([0.7, 0.2], 0), ([0.9, 0.6], 0)]

def forward(row):
    inputs = row
    for layer in net:
        new = []
        for neuron in layer:
            a = neuron['w'][-1]
            for i in range(len(inputs)):
                a += neuron['w'][i] * inputs[i]
            neuron['out'] = 1.0 / (1.0 + exp(-a))
            new.append(neuron['out'])
        inputs = new
    return inputs[0]

def backward(out, y):
    net[1][0]['delta'] = (out - y) * out * (1.0 - out)
    for j in range(2):
        o = net[0][j]['out']
        net[0][j]['delta'] = net[1][0]['w'][j] * net[1][0]['delta'] * o * (1.0 - o)

for epoch in range(20):
    total = 0.0
    for row, y in data:
        out = forward(row)
        total += 0.5 * (out - y) ** 2
        backward(out, y)
        for i in range(2):
            inputs = row if i == 0 else [n['out'] for n in net[0]]
            for neuron in net[i]:
                for k in range(2):
                    neuron['w'][k] -= 0.5 * neuron['delta'] * inputs[k]
                neuron['w'][-1] -= 0.5 * neuron['delta']
    print(total)
"""
_SLOPE = "* net[1][0]['delta'] * o * (1.0 - o)"

_ENGINE = """\
import math, random
random.seed(3)

class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0.0
        self.back = lambda: None
        self.children = children

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))
        def back():
            self.grad += out.grad
            other.grad += out.grad
        out.back = back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out.back = back
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,))
        def back():
            self.grad += (1 - t ** 2) * out.grad
        out.back = back
        return out

    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
                for child in v.children:
                    visit(child)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            v.back()

w, b = [Value(random.uniform(-1, 1)) for _ in range(3)], [Value(0.1) for _ in range(2)]
for epoch in range(20):
    loss = Value(0.0)
    for x, y in [(0.5, 0.7), (-0.3, -0.6)]:
        h = (w[0] * Value(x) + b[0]).tanh()
        e = (w[1] * h + w[2] * Value(x) + b[1]).tanh() + Value(-y)
        loss = loss + e * e
    for p in w + b:
        p.grad = 0.0
    loss.backward()
    for p in w + b:
        p.data -= 0.1 * p.grad
    print(loss.data)
"""


def _judged(folder: Path, text: str, old: str = "", new: str = "") -> Judgement:
    assert old in text
    file = folder / "mine.py"
    file.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return debug_file(file)[2]


def _line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_that_neurons_in_dictionaries_are_right(tmp_path: Path) -> None:
    assert _judged(tmp_path, _NEURONS).ok is True


def test_that_the_line_of_a_forgotten_slope_is_named_in_dictionaries(tmp_path: Path) -> None:
    found = _judged(tmp_path, _NEURONS, _SLOPE, "* net[1][0]['delta'] * o").first_difference
    assert found is not None
    assert found.line == _line(_NEURONS, _SLOPE)


def test_that_a_slope_shared_by_all_parameters_is_no_other_rate(tmp_path: Path) -> None:
    found = _judged(tmp_path, _NEURONS, "(out - y) * out * (1.0 - out)", "out - y").first_difference
    assert found is not None
    assert found.line == _line(_NEURONS, "(out - y) * out * (1.0 - out)")


def test_that_a_small_engine_is_right(tmp_path: Path) -> None:
    assert _judged(tmp_path, _ENGINE).ok is True


def test_that_the_operation_of_an_engine_with_a_wrong_derivative_is_named(tmp_path: Path) -> None:
    found = _judged(tmp_path, _ENGINE, "(1 - t ** 2)", "(1 - t)").first_difference
    assert found is not None
    assert found.line == _line(_ENGINE, "(1 - t ** 2)")


def test_that_cells_are_parameters_with_their_gradients(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text(_NEURONS, encoding="utf-8")
    trace = cell_trace(Trace(record(file)))
    parameters = CellParameters(trace)
    loss = next(events[0] for events in parameters.losses() if trace.place(events[0]).text.startswith("total"))
    told = adjoints(trace, loss)
    found = parameters.of(loss)
    assert sum(one.before.size for one in found) == 9
    for one in found:
        gradient = [float(told[cell.event].flat[max(cell.flat, 0)]) for cell in one.cells]
        np.testing.assert_allclose(one.changed[0] - one.before, -0.5 * np.array(gradient), rtol=1e-9)
