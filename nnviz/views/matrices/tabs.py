"""The tabs of the matrices panel: all layers, and each layer; of very many layers those around the chosen one."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication

ALL: Final = "all"
LINE: Final = "line"
"""The tab of the line of a person's own code that has just run."""
_NAMED: Final = 3
"""Up to this many layers, tabs have names; beyond, numbers."""
_NUMBERED: Final = 9
"""Up to this many layers, each has a tab; beyond, an ellipsis replaces those between."""


def layer_name(layer: int) -> str:
    """Return the translated name of a layer."""
    return QCoreApplication.translate("MatricesPanel", "Layer %1").replace("%1", str(layer))


def tab_choices(layers: int, chosen: int | None) -> list[tuple[str, str]]:
    """Return the tabs as pairs of key and label.

    Parameters
    ----------
    layers
        How many layers with weights the network has.
    chosen
        The layer that is shown, from 1; None for all.

    Returns
    -------
    list of (str, str)
        A key is `ALL` or a layer's number; the key of an ellipsis is the nearest layer without a tab.
    """
    every = (ALL, QCoreApplication.translate("MatricesPanel", "All"))
    if layers <= _NAMED:
        return [every, *((str(layer), layer_name(layer)) for layer in range(1, layers + 1))]
    if layers <= _NUMBERED:
        return [every, *((str(layer), str(layer)) for layer in range(1, layers + 1))]
    first = min(max((chosen or 1) - 2, 2), layers - 5)
    last = first + 4
    choices = [every, ("1", "1")]
    if first > 2:
        choices.append((str(first - 1), "…"))
    choices.extend((str(layer), str(layer)) for layer in range(first, last + 1))
    if last < layers - 1:
        choices.append((str(last + 1), "…"))
    return [*choices, (str(layers), str(layers))]
