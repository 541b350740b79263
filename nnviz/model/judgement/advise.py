"""Plain advice where the gradients are right: what else keeps a network from learning, each with its number."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import numpy as np

from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.gradients import gradient_of
from nnviz.model.judgement.judgement import Advice
from nnviz.model.recognition.network import ForwardPass, Recognition
from nnviz.model.recognition.trace import Trace
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_RANGES = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "softmax": (0.0, 1.0), "bipolar-sigmoid": (-1.0, 1.0)}


def advise(trace: Trace, recognition: Recognition, check: AbsoluteCheck) -> Iterator[Advice]:
    """Yield advice, the surest first."""
    one = recognition.first
    yield from _labels(one)
    yield from _symmetric(recognition)
    yield from _data(recognition)
    yield from _saturation(one)
    yield from _dead(one)
    yield from _rate(recognition, check, _most_updates(trace))


def _labels(one: ForwardPass) -> Iterator[Advice]:
    layer = one.layers[-1]
    limits = _RANGES.get(layer.activation.name)
    if limits is None:
        if layer.activation.name in ("relu", "softplus") and one.Y is not None and one.Y.min() < 0:
            yield Advice(
                filled(
                    QT_TRANSLATE_NOOP("model", "Your targets go down to {low}; {sign} never gives less than 0."),
                    low=f"{one.Y.min():g}",
                    sign=layer.activation.sign,
                ),
                float(one.Y.min()),
                "labels",
            )
        return
    assert one.Y is not None
    low, high = float(one.Y.min()), float(one.Y.max())
    if low < limits[0] or high > limits[1]:
        yield Advice(
            filled(
                QT_TRANSLATE_NOOP(
                    "model", "Your targets run from {low} to {high}; {sign} gives only {least} to {most}."
                ),
                low=f"{low:g}",
                high=f"{high:g}",
                sign=layer.activation.sign,
                least=f"{limits[0]:g}",
                most=f"{limits[1]:g}",
            ),
            high if high > limits[1] else low,
            "labels",
        )


def _symmetric(recognition: Recognition) -> Iterator[Advice]:
    layers = recognition.first.layers
    for number, layer in enumerate(layers[:-1], start=1):
        above = layers[number].W
        if layer.ones is not None or len(layer.W) < 2:
            continue
        same_in = np.allclose(layer.W, layer.W[:1], atol=1e-12)
        column = layers[number].ones
        outgoing = above if column is None else np.delete(above, column, axis=1)
        same_out = np.allclose(outgoing, outgoing[:, :1], atol=1e-12)
        if same_in and same_out:
            value = float(layer.W.ravel()[0])
            zero = np.all(layer.W == 0) and np.all(outgoing == 0)
            text = QT_TRANSLATE_NOOP(
                "model",
                "All units of layer {layer} start with the same weights: its {units} units stay alike for ever. "
                "Start with small random weights.",
            )
            if zero:
                text = QT_TRANSLATE_NOOP(
                    "model",
                    "All weights start at 0: the {units} units of layer {layer} stay alike for ever. "
                    "Start with small random weights.",
                )
            yield Advice(filled(text, layer=number, units=len(layer.W)), value, "symmetric")
            return


def _data(recognition: Recognition) -> Iterator[Advice]:
    layer = recognition.first.layers[0]
    inputs = layer.I if layer.ones is None else np.delete(layer.I, layer.ones, axis=0)
    largest = float(np.abs(inputs).max())
    spread = np.abs(inputs).max(axis=1)
    if largest > 20:
        text = QT_TRANSLATE_NOOP(
            "model",
            "Your inputs go up to {largest}: scale them to about −1 … 1 (subtract the mean, divide by the deviation).",
        )
        yield Advice(filled(text, largest=f"{largest:g}"), largest, "unscaled")
    elif len(spread) > 1 and spread.min() > 0 and spread.max() / spread.min() > 100:
        ratio = float(spread.max() / spread.min())
        text = QT_TRANSLATE_NOOP("model", "One input is {ratio} times as large as another: scale each of them.")
        yield Advice(filled(text, ratio=f"{ratio:.3g}"), ratio, "unscaled")


def _saturation(one: ForwardPass) -> Iterator[Advice]:
    for number, layer in enumerate(one.layers, start=1):
        if layer.activation.name not in ("sigmoid", "tanh") or layer.activation.slope is None:
            continue
        slope = layer.activation.slope(layer.Z, layer.A)
        steepest = 0.25 if layer.activation.name == "sigmoid" else 1.0
        flat = float((slope < 0.02 * steepest).mean())
        if flat > 0.5:
            text = QT_TRANSLATE_NOOP(
                "model",
                "{share} of the outputs of layer {layer} are saturated (slope below 2 % of the steepest): hardly "
                "anything comes back through them. Try smaller initial weights, or scale the inputs.",
            )
            yield Advice(filled(text, share=f"{flat:.0%}", layer=number), flat, "saturation")


def _dead(one: ForwardPass) -> Iterator[Advice]:
    for number, layer in enumerate(one.layers[:-1], start=1):
        if layer.activation.name == "relu" and one.m > 1:
            dead = float(np.all(layer.Z <= 0, axis=1).mean())
            if dead >= 0.25:
                text = QT_TRANSLATE_NOOP(
                    "model", "{share} of the ReLUs of layer {layer} are 0 for every sample: they never learn."
                )
                yield Advice(filled(text, share=f"{dead:.0%}", layer=number), dead, "dead-relu")


def _rate(recognition: Recognition, check: AbsoluteCheck, updates: int | None) -> Iterator[Advice]:
    """Compare the rate with the curvature along the step: beyond 2 / curvature the loss grows."""
    groups = recognition.passes
    if len(groups) < 2 or check.rate is None or check.samples != 1 or len(groups[0]) != 1:
        return
    first, second = groups[0][0], groups[1][0]
    if first.Y is None or second.Y is None or not np.array_equal(first.layers[0].I, second.layers[0].I):
        return
    one = gradient_of(first, check.loss.kind, check.loss.factor).parameters
    two = gradient_of(second, check.loss.kind, check.loss.factor).parameters
    names = [name for name in one if name in recognition.parameters]
    g0 = np.concatenate([one[name].ravel() for name in names])
    g1 = np.concatenate([two[name].ravel() for name in names])
    square = float(g0 @ g0)
    if square == 0:
        return
    curvature = float(g0 @ (g0 - g1)) / (check.rate * square)
    if curvature <= 0:
        return
    share = check.rate * curvature
    if share > 2:
        text = QT_TRANSLATE_NOOP(
            "model",
            "Your rate is {times} times the largest that lets the loss fall along this step (curvature {curvature}): "
            "make it smaller.",
        )
        told = filled(text, times=f"{share / 2:.3g}", curvature=f"{curvature:.3g}")
        yield Advice(told, check.rate, "rate-too-large")
    elif share < 2e-3:
        text = QT_TRANSLATE_NOOP(
            "model", "Your rate could be about {times} times as large along this step (curvature {curvature})."
        )
        told = filled(text, times=f"{1 / share:.0f}", curvature=f"{curvature:.3g}")
        yield Advice(told, check.rate, "rate-too-small")
        if updates is not None and updates * share < 1:
            text = QT_TRANSLATE_NOOP(
                "model", "{updates} updates are too few at this rate: along this step alone it takes about {needed}."
            )
            yield Advice(filled(text, updates=updates, needed=f"{1 / share:.0f}"), float(updates), "too-few-updates")


def _most_updates(trace: Trace) -> int | None:
    """Return the most rounds that a loop over a written number makes; None where there is none."""
    found = []
    for file in trace.recording.files:
        try:
            tree = ast.parse(file.text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            match node:
                case ast.For(_, ast.Call(ast.Name("range"), [*_, ast.Constant(int() as rounds)])):
                    found.append(rounds)
    return max(found, default=None)
