"""The samples of each update: a pure function of seed and epoch, so that no hidden state needs storing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import read_only
from nnviz.model.limits import Ge
from nnviz.model.random.seeds import Stream, stream


@dataclass(frozen=True)
class BatchSpec:
    """How the training samples are cut into batches.

    Attributes
    ----------
    size
        Samples per update; ``"full"`` for all of them. More than there are samples means all of them.
    order
        ``"fixed"`` takes the samples in their order; ``"shuffled"`` draws a new order for each epoch. A batch of all
        samples is never shuffled: the order means nothing there, and columns that jump cannot be followed.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}

    size: Literal["full"] | Annotated[int, Ge(1)] = "full"
    order: Literal["fixed", "shuffled"] = "fixed"


def batch_size(n_train: int, spec: BatchSpec) -> int:
    """Return how many samples a whole batch has."""
    return n_train if spec.size == "full" else min(spec.size, n_train)


def updates_per_epoch(n_train: int, spec: BatchSpec, *, leaking: bool = False) -> int:
    """Return how many updates one pass over the data takes; a partial last batch is one, unless it leaks."""
    size = batch_size(n_train, spec)
    return n_train // size if leaking else -(-n_train // size)


def batches(train: NDArray[np.intp], spec: BatchSpec, seed: int, epoch: int) -> tuple[NDArray[np.intp], ...]:
    """Return the batches of one epoch.

    Parameters
    ----------
    train
        Indices of the training samples.
    spec
        Size and order.
    seed, epoch
        The order depends on nothing else.

    Returns
    -------
    tuple of ndarray
        Read-only index arrays; the last may be shorter.
    """
    size = batch_size(len(train), spec)
    shuffled = spec.order == "shuffled" and size < len(train)
    order = read_only(stream(seed, Stream.BATCHES, epoch).permutation(train) if shuffled else train.view())
    return tuple(order[begin : begin + size] for begin in range(0, len(order), size))


def epochs_of_batches(train: NDArray[np.intp], spec: BatchSpec, seed: int, first: int, count: int) -> NDArray[np.intp]:
    """Return the batches of several epochs in a row, all of them shuffled and whole.

    Parameters
    ----------
    train, spec, seed
        As for `batches`; the batch size must divide the number of samples.
    first, count
        The epochs.

    Returns
    -------
    ndarray
        ``(count · batches, size)``, read-only: what `batches` has for each epoch.
    """
    from nnviz.model.random.streams import streams

    orders = np.tile(train, (count, 1))
    for order, rng in zip(orders, streams(seed, Stream.BATCHES, first, count), strict=True):
        rng.shuffle(order)
    return read_only(orders.reshape(-1, batch_size(len(train), spec)))


def leaking_batches(train: NDArray[np.intp], spec: BatchSpec, seed: int, epoch: int) -> tuple[NDArray[np.intp], ...]:
    """Return the batches of one epoch with a known mistake: the remainder joins the next epoch's first batch.

    The engine of TensorFlow Playground does so. Parameters and result as for `batches`; only whole batches.
    """
    cut = batches(train, spec, seed, epoch)
    whole = cut[: updates_per_epoch(len(train), spec, leaking=True)]
    if epoch == 0 or len(whole) == len(cut):
        return whole
    left = batches(train, spec, seed, epoch - 1)[-1]
    return (read_only(np.concatenate([left, whole[0]])), *whole[1:])
