"""How figures are read from a session, one row for each quantity.

To add a quantity, write the function that reads it from a session at the end of the figure's update, name it in
`Quantity`, and add a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from nnviz.model.examples.figure import Figure
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.symbols import parse
from nnviz.model.session.session import Session

Read = Callable[[Session, Figure], float]


@dataclass(frozen=True)
class FigureQuantity:
    """One quantity.

    Attributes
    ----------
    read
        Returns the number, from a session at the end of the figure's update.
    seen
        Where it can be seen: in the line that writes the figure's own symbol, in that of the loss, or before or after
        the whole update.
    """

    read: Read
    seen: Literal["own", "loss", "before", "after"]


def _cell(session: Session, figure: Figure, symbol: str) -> float:
    return float(np.atleast_2d(session.value(symbol))[figure.cell])


def _value(session: Session, figure: Figure) -> float:
    return _cell(session, figure, figure.symbol)


def _negated(session: Session, figure: Figure) -> float:
    return -_value(session, figure)


def _start(session: Session, figure: Figure) -> float:
    return float(session.snapshot().before[figure.symbol][figure.cell])


def _without_bias(session: Session, figure: Figure) -> float:
    weighted, bias = session.value(figure.symbol), session.snapshot().before[f"b{parse(figure.symbol).layer}"]
    return float((weighted - bias)[figure.cell])


def _slope(session: Session, figure: Figure) -> float:
    layer = parse(figure.symbol).layer
    activation = ACTIVATIONS[session.scenario.layers[layer - 1].activation]
    assert activation.slope is not None  # softmax has none, and no example needs it
    source = session.value(f"{activation.slope_reads}{layer}")
    slope = np.empty_like(source)
    activation.slope(source, slope)
    return float(slope[figure.cell])


def _loss_slope(session: Session, figure: Figure) -> float:
    return _value(session, figure) - _cell(session, figure, "Y")


def _loss_share(session: Session, figure: Figure) -> float:
    outputs = session.value(f"A{len(session.scenario.layers)}")
    return float(LOSSES[session.scenario.loss].per_cell(outputs, session.value("Y"))[figure.cell])


def _epoch_cost(session: Session, figure: Figure) -> float:
    """Add up an epoch's losses, each from before its update, as code in a loop over samples does."""
    total, per_epoch = 0.0, session.snapshot().per_epoch
    for update in range(figure.update - per_epoch + 1, figure.update + 1):
        session.seek(update)
        total += float(session.value("L"))
    return total


def _cost(session: Session, figure: Figure) -> float:
    return session.metrics.train * session.metrics.train_samples


def _accuracy(session: Session, figure: Figure) -> float:
    accuracy = session.accuracy
    return np.nan if accuracy is None else 100 * accuracy


def _prediction(session: Session, figure: Figure) -> float:
    sample = values_of_sample(session.snapshot(), figure.cell[1])
    return float(sample[figure.symbol][figure.cell[0], 0])


QUANTITIES: Mapping[str, FigureQuantity] = MappingProxyType(
    {
        "value": FigureQuantity(read=_value, seen="own"),
        # Where authors have the opposite sign: Err is −δ.
        "negated": FigureQuantity(read=_negated, seen="own"),
        # A parameter before the update.
        "start": FigureQuantity(read=_start, seen="before"),
        # A weighted input without its bias.
        "without-bias": FigureQuantity(read=_without_bias, seen="own"),
        # f′(Z) of an activation.
        "slope": FigureQuantity(read=_slope, seen="own"),
        # ∂L/∂A of an output with the half squared error: A − Y.
        "loss-slope": FigureQuantity(read=_loss_slope, seen="loss"),
        # The contribution of one output to the loss of one sample.
        "loss-share": FigureQuantity(read=_loss_share, seen="loss"),
        "epoch-cost": FigureQuantity(read=_epoch_cost, seen="loss"),
        # The loss of the parameters after the update, added up over all samples.
        "cost": FigureQuantity(read=_cost, seen="after"),
        # As a percentage.
        "accuracy": FigureQuantity(read=_accuracy, seen="after"),
        # An output for a sample (its index is the cell's column) with the parameters after the update.
        "prediction": FigureQuantity(read=_prediction, seen="after"),
    }
)
