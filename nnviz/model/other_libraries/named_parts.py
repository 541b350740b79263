"""Which activations and which loss a script means, by the names that it gives, or by its targets without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.other_libraries.array_layouts import ASKED
from nnviz.model.other_libraries.foreign_names import (
    BY_OUTPUT,
    FOREIGN_LOSSES,
    LEAKY,
    LOG_SOFTMAX,
    ForeignLoss,
    find_activation,
    find_loss,
    name_of,
)
from nnviz.model.program.losses import LOSSES

_LOGITS_OF: Final = {"binary-cross-entropy": "sigmoid", "categorical-cross-entropy": "softmax"}


@dataclass(frozen=True)
class ChosenParts:
    """The activations and the loss, with what is to be told of them."""

    activations: tuple[str, ...]
    loss: str
    notes: tuple[str, ...]


def chosen_parts(
    activations: Sequence[Any] | None, loss: Any, layers: int, outputs: int, targets: Array
) -> ChosenParts:
    """Return what is meant.

    Parameters
    ----------
    activations, loss
        What the script has given; None where it has given nothing.
    layers, outputs
        How many layers there are, and units of the last one.
    targets
        With a row or a number for each sample.

    Raises
    ------
    ModelError
        If a name is unknown, or the output's activation is there twice, or is missing.
    """
    row = None if loss is None else _loss(loss)
    if activations is None:
        output = _output_for(row, outputs, targets)
        names = ["tanh"] * (layers - 1) + [output]
    else:
        names = [_activation(number, given) for number, given in enumerate(activations)]
    if row is None:
        row = ForeignLoss((), _loss_for(names[-1], outputs, targets))
    own = _own_loss(row, loss, names)
    notes = list(_notes(row, loss, own, outputs, len(targets)))
    if "leaky-relu" in names and activations is not None:
        notes += [f"{name_of(one)}: {LEAKY}" for one in activations if _is_keras_leaky(one)][:1]
    missing = [name for name, given in (("activations", activations), ("loss", loss)) if given is None]
    if missing:
        told = f"activations={names}, loss={own!r}"
        notes.append(f"{' and '.join(missing)} not given; taken is {told}: give them where yours differ")
    return ChosenParts(tuple(names), own, tuple(notes))


def _activation(number: int, given: Any) -> str:
    found = find_activation(given)
    if found is None:
        accepted = f"{', '.join(ACTIVATIONS)}, or another library's name for one of them"
        raise ModelError(ASKED, f"activations[{number}]", repr(name_of(given)), accepted)
    return found


def _loss(given: Any) -> ForeignLoss:
    found = find_loss(given)
    if found is None:
        foreign = ", ".join(row.names[0] for row in FOREIGN_LOSSES)
        accepted = f"{', '.join(LOSSES)}, or another library's name for one of them, such as {foreign}"
        raise ModelError(ASKED, "loss", repr(name_of(given)), accepted)
    return found


def _own_loss(row: ForeignLoss, given: Any, names: list[str]) -> str:
    """Return the loss's name here; an activation that is part of the loss elsewhere becomes the output's."""
    where, output = f"activations[{len(names) - 1}]", names[-1]
    if LOG_SOFTMAX in names[:-1] or (output == LOG_SOFTMAX and row.output != "from-log-softmax"):
        raise ModelError(ASKED, "activations", LOG_SOFTMAX, f"{LOG_SOFTMAX} of the output only, with loss='NLLLoss'")
    if isinstance(row.loss, Mapping):
        if output in row.loss:
            return row.loss[output]
        if output == "identity":  # as a function of PyTorch's has it
            names[-1] = "softmax"
            return "categorical-cross-entropy"
        raise ModelError(ASKED, where, repr(output), f"{' or '.join(row.loss)}, with {name_of(given)}")
    if row.output == "from-log-softmax":
        if output != LOG_SOFTMAX:
            raise ModelError(ASKED, where, repr(output), f"'LogSoftmax', which {name_of(given)} reads")
        names[-1] = "softmax"
    elif row.output == "from-logits":
        inside = _LOGITS_OF[row.loss]
        if output != "identity":
            other = f"{name_of(given)} has {inside} in it, so that it would be applied twice"
            accepted = f"'identity' for the last one, or loss={row.loss!r}"
            raise ModelError(ASKED, where, f"{output!r}, though {other}", accepted)
        names[-1] = inside
    return row.loss


def _notes(row: ForeignLoss, given: Any, own: str, outputs: int, samples: int) -> Iterator[str]:
    """Say where the loss of another library has other numbers than the one here."""
    name = name_of(given)
    if row.per_output and outputs > 1:
        yield (
            f"{name} averages over the {outputs} outputs; {own} here adds them up: "
            f"loss and gradients are {outputs} times as large"
        )
    if row.summed and samples > 1:
        yield (
            f"{name} adds up the samples; losses here are means over them: loss and gradients are smaller by the "
            f"factor {samples}, so take a learning rate {samples} times as large"
        )
    if name.lower() in ("squared_error", "squared_loss") and outputs > 1:
        yield f"{name} reports the mean over the {outputs} outputs; {own} here adds them up, with the same gradients"


def _output_for(row: ForeignLoss | None, outputs: int, targets: Array) -> str:
    """Return the output's activation where none is given: what the loss needs, or else what the targets are."""
    if row is None:
        if outputs > 1 and _are_classes(targets, outputs):
            return "softmax"
        return "sigmoid" if outputs == 1 and _are_zero_one(targets) else "identity"
    if row.output != "as-given":
        return "identity" if row.output == "from-logits" else LOG_SOFTMAX
    if isinstance(row.loss, Mapping):
        return "softmax" if outputs > 1 else "sigmoid"
    return {loss: output for output, loss in BY_OUTPUT.items()}.get(row.loss, "identity")


def _loss_for(output: str, outputs: int, targets: Array) -> str:
    """Return the loss where none is given: the one that goes with the output, if the targets allow it."""
    if output == "softmax":
        return "categorical-cross-entropy"
    if output == "sigmoid" and bool(((targets >= 0) & (targets <= 1)).all()):
        return "binary-cross-entropy"
    return "half-squared"


def _are_zero_one(targets: Array) -> bool:
    return bool(np.isin(targets, (0.0, 1.0)).all())


def _are_classes(targets: Array, outputs: int) -> bool:
    if targets.ndim == 2 and targets.shape[1] == outputs:
        return _are_zero_one(targets) and bool((targets.sum(axis=1) == 1.0).all())
    return bool(np.isin(targets, np.arange(outputs)).all())


def _is_keras_leaky(given: Any) -> bool:
    module = getattr(given, "__module__", "") or type(given).__module__
    return "keras" in module or (isinstance(given, str) and "keras" in given)
