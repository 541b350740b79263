"""The diagram's tooltips: exact numbers, and what a click does."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import exact, format_short
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.names import headings, role, unit_name, weight_name
from nnviz.views.network.spots import Spot, parameter_of


class Tooltips:
    """Writes the tooltips for one moment.

    Parameters
    ----------
    frame
        What is drawn.
    """

    def __init__(self, frame: DiagramFrame) -> None:
        self._frame, self._snapshot, self._values = frame, frame.snapshot, frame.values

    def text(self, spot: Spot) -> str:
        """Return the tooltip of a thing."""
        match spot.kind:
            case "edge":
                lines = self._edge(spot)
            case "heading":
                action = QCoreApplication.translate("NetworkPanel", "Click: show this layer's matrices")
                lines = [headings(self._snapshot, spot.layer)[0], action]
            case _:
                lines = self._unit(spot)
        if parameter_of(self._frame, spot) is not None:
            lines.append(
                QCoreApplication.translate("NetworkPanel", "Double-click: type another value · drag: change it")
            )
        return "\n".join(lines)

    def words(self, layer: int, unit: int) -> str:
        """Describe a unit's numbers, for people who hear the window."""
        return ", ".join(self._unit(Spot("unit", layer, unit))[:-1])

    def _unit(self, spot: Spot) -> list[str]:
        layer, k = spot.layer, spot.unit
        title = QCoreApplication.translate("NetworkPanel", "%1, unit %2").replace("%1", role(self._snapshot, layer))
        lines = [title.replace("%2", str(k + 1))]
        names = self._snapshot.data.feature_names
        if layer == 0 and names:
            lines.append(self._input(k))
        is_output = layer == self._snapshot.network.depth
        classes = self._snapshot.data.class_names
        if is_output and self._snapshot.network.output.units > 1 and k < len(classes):
            class_text = QCoreApplication.translate("NetworkPanel", "class %1")
            lines.append(class_text.replace("%1", classes[k]))
        kinds = ("Z", "A", "b", "delta") if self._snapshot.program.computes_gradients else ("Z", "A", "b")
        symbols = [f"{kind}{layer}" for kind in kinds] if layer else ["X"]
        symbols = [symbol for symbol in symbols if symbol in self._snapshot.shapes]  # not every layer has biases
        for symbol in [*symbols, "Y"] if is_output else symbols:
            lines.append(f"{unit_name(self._snapshot, symbol, k)} = {self._number(symbol, k)}")
        lines.append(self._sample())
        low, high = (format_short(bound) for bound in self._frame.units.bounds(layer, k))
        colours = QCoreApplication.translate("NetworkPanel", "Colour of the unit: orange %1 to blue %2")
        lines.append(colours.replace("%1", low).replace("%2", high))
        lines.append(self._action(spot))
        return lines

    def _input(self, k: int) -> str:
        """Return the name of an input; where inputs are scaled, with its value before that."""
        data = self._snapshot.data
        name = data.feature_names[k]
        if data.scaled is None or data.mapped is not None:
            return name
        text = QCoreApplication.translate("NetworkPanel", "%1 = %2 before scaling")
        value = float(data.raw[k, self._values.sample])
        return text.replace("%1", name).replace("%2", format_short(value))

    def _sample(self) -> str:
        number = str(self._values.sample + 1)
        if self._values.is_in_batch:
            return QCoreApplication.translate("NetworkPanel", "sample %1").replace("%1", number)
        return QCoreApplication.translate(
            "NetworkPanel",
            "Sample %1 is not in this update's batch: z and a are computed for it with the current parameters, "
            "and it has no δ.",
        ).replace("%1", number)

    def _action(self, spot: Spot) -> str:
        match spot.kind:
            case "bias":
                return QCoreApplication.translate("NetworkPanel", "Click: explain the bias")
            case "delta":
                return QCoreApplication.translate("NetworkPanel", "Click: explain this δ")
            case "target":
                return QCoreApplication.translate("NetworkPanel", "Click: select the target")
        return QCoreApplication.translate("NetworkPanel", "Click: select this unit")

    def _edge(self, spot: Spot) -> list[str]:
        layer, row, column = spot.layer, spot.unit, spot.source
        snapshot = self._snapshot
        weight = weight_name(snapshot, f"W{layer}", row, column, self._frame.convention)
        shown = weight_name(snapshot, self._frame.quantity.symbol(f"W{layer}"), row, column, self._frame.convention)
        source = unit_name(snapshot, f"A{layer - 1}" if layer > 1 else "X", column)
        action = QCoreApplication.translate("NetworkPanel", "Click: explain %1")
        return [
            f"{source} → {unit_name(snapshot, f'A{layer}', row)}",
            f"{weight} = {_exact(snapshot.value(f'W{layer}'), row, column)}",
            *self._gradient(layer, row, column),
            f"Δ{weight} = {_exact(snapshot.change(f'W{layer}'), row, column)}",
            action.replace("%1", shown),
        ]

    def _gradient(self, layer: int, row: int, column: int) -> list[str]:
        """Return a weight's gradient as a line, where the program computes one."""
        snapshot = self._snapshot
        if not snapshot.program.computes_gradients:
            return []
        name = weight_name(snapshot, f"dW{layer}", row, column, self._frame.convention)
        return [f"{name} = {_exact(snapshot.value(f'dW{layer}'), row, column)}"]

    def _number(self, symbol: str, unit: int) -> str:
        if symbol.startswith("b"):
            is_shared = self._snapshot.shapes[symbol][0] == 1
            return _exact(self._snapshot.value(symbol), 0 if is_shared else unit, 0)
        numbers = self._values.of(symbol)
        return _exact(None if numbers is None else numbers[:, None], unit, 0)


def _exact(array: Array | None, row: int, column: int) -> str:
    if array is None:
        return QCoreApplication.translate("NetworkPanel", "not computed")
    return exact(float(array[row, column]))
