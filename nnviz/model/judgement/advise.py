"""Plain advice where the gradients are right: what else keeps a network from learning, each with its number."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.gradients import gradient_of
from nnviz.model.judgement.judgement import Advice
from nnviz.model.recognition.network import ForwardPass, Recognition
from nnviz.model.recognition.trace import Trace

_RANGES = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "softmax": (0.0, 1.0), "bipolar-sigmoid": (-1.0, 1.0)}


def advise(trace: Trace, recognition: Recognition, check: AbsoluteCheck) -> Iterator[Advice]:
    """Yield advice, the surest first."""
    one = recognition.first
    yield from _labels(one)
    yield from _symmetric(recognition)
    yield from _data(recognition)
    yield from _saturation(one)
    yield from _dead(one)
    yield from _rate(recognition, check)


def _labels(one: ForwardPass) -> Iterator[Advice]:
    layer = one.layers[-1]
    limits = _RANGES.get(layer.activation.name)
    if limits is None:
        if layer.activation.name in ("relu", "softplus") and one.Y is not None and one.Y.min() < 0:
            yield Advice(
                f"Your targets go down to {one.Y.min():g}; {layer.activation.sign} never gives less than 0.",
                float(one.Y.min()),
                "labels",
            )
        return
    assert one.Y is not None
    low, high = float(one.Y.min()), float(one.Y.max())
    if low < limits[0] or high > limits[1]:
        yield Advice(
            f"Your targets run from {low:g} to {high:g}; {layer.activation.sign} gives only {limits[0]:g} to {limits[1]:g}.",  # noqa: E501
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
        outgoing = above if layers[number].ones is None else np.delete(above, layers[number].ones, axis=1)
        same_out = np.allclose(outgoing, outgoing[:, :1], atol=1e-12)
        if same_in and same_out:
            value = float(layer.W.ravel()[0])
            zero = np.all(layer.W == 0) and np.all(outgoing == 0)
            what = "All weights start at 0" if zero else f"All units of layer {number} start with the same weights"
            yield Advice(
                f"{what}: its {len(layer.W)} units stay alike for ever. Start with small random weights.",
                value,
                "symmetric",
            )
            return


def _data(recognition: Recognition) -> Iterator[Advice]:
    layer = recognition.first.layers[0]
    inputs = layer.I if layer.ones is None else np.delete(layer.I, layer.ones, axis=0)
    largest = float(np.abs(inputs).max())
    spread = np.abs(inputs).max(axis=1)
    if largest > 20:
        yield Advice(
            f"Your inputs go up to {largest:g}: scale them to about −1 … 1 (subtract the mean, divide by the deviation).",  # noqa: E501
            largest,
            "unscaled",
        )
    elif len(spread) > 1 and spread.min() > 0 and spread.max() / spread.min() > 100:
        ratio = float(spread.max() / spread.min())
        yield Advice(f"One input is {ratio:.3g} times as large as another: scale each of them.", ratio, "unscaled")


def _saturation(one: ForwardPass) -> Iterator[Advice]:
    for number, layer in enumerate(one.layers, start=1):
        if layer.activation.name not in ("sigmoid", "tanh") or layer.activation.slope is None:
            continue
        slope = layer.activation.slope(layer.Z, layer.A)
        steepest = 0.25 if layer.activation.name == "sigmoid" else 1.0
        flat = float((slope < 0.02 * steepest).mean())
        if flat > 0.5:
            yield Advice(
                f"{flat:.0%} of the units of layer {number} are saturated (slope below 2 % of the steepest): "
                "nothing comes back through them. Smaller initial weights, or scaled inputs.",
                flat,
                "saturation",
            )


def _dead(one: ForwardPass) -> Iterator[Advice]:
    for number, layer in enumerate(one.layers[:-1], start=1):
        if layer.activation.name == "relu" and one.m > 1:
            dead = float(np.all(layer.Z <= 0, axis=1).mean())
            if dead >= 0.25:
                yield Advice(
                    f"{dead:.0%} of the ReLUs of layer {number} are 0 for every sample: they never learn.",
                    dead,
                    "dead-relu",
                )


def _rate(recognition: Recognition, check: AbsoluteCheck) -> Iterator[Advice]:
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
        yield Advice(
            f"Your rate is {share / 2:.3g} times the largest that lets the loss fall along this step "
            f"(curvature {curvature:.3g}): make it smaller.",
            check.rate,
            "rate-too-large",
        )
    elif share < 2e-3:
        yield Advice(
            f"Your rate could be about {1 / share:.0f} times as large along this step (curvature {curvature:.3g}).",
            check.rate,
            "rate-too-small",
        )
