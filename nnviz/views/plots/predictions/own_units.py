"""The names and the units of a person's data: what is written on axes, where the network sees scaled numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nnviz.model.data import DataSet
from nnviz.model.data.scaling import Scaled
from nnviz.model.program.symbols import subscript

_COUNTED: Final = re.compile(r"x(\d+)")


@dataclass(frozen=True)
class PlotAxis:
    """The name of an axis, and what its numbers are before scaling: value = place / factor + offset.

    Attributes
    ----------
    name
        As it is written.
    offset, factor
        How the numbers were scaled: place = (value − offset) · factor.
    """

    name: str
    offset: float = 0.0
    factor: float = 1.0

    @property
    def is_scaled(self) -> bool:
        """Whether its own numbers are others than those that the network sees."""
        return (self.offset, self.factor) != (0.0, 1.0)

    def value(self, place: float) -> float:
        """Return a place in the axis's own unit."""
        return place / self.factor + self.offset

    def place(self, value: float) -> float:
        """Return the place of a number in the axis's own unit."""
        return (value - self.offset) * self.factor


def input_axis(data: DataSet, index: int) -> PlotAxis:
    """Return the axis of one of the inputs on which samples are placed."""
    return _axis(written(data.place_names[index]), data.scaled, index)


def target_axis(data: DataSet, index: int, name: str) -> PlotAxis:
    """Return the axis of a target."""
    return _axis(name, data.scaled_targets, index)


def _axis(name: str, scaled: Scaled | None, index: int) -> PlotAxis:
    if scaled is None:
        return PlotAxis(name)
    return PlotAxis(name, float(scaled.offset[index, 0]), float(scaled.factor[index, 0]))


def written(name: str) -> str:
    """Return the name of an input as it is written: ``x₁`` for the name of one that has none of its own."""
    counted = _COUNTED.fullmatch(name)
    return f"x{subscript(int(counted[1]))}" if counted else name


def has_own_names(data: DataSet) -> bool:
    """Return whether the inputs have names of their own."""
    return data.image_shape is None and any(name == written(name) and name != "x" for name in data.place_names)


def has_own_classes(data: DataSet) -> bool:
    """Return whether the classes have names of their own."""
    return any(name != str(label) for label, name in enumerate(data.class_names))
