"""The losses of a branch as CSV."""

from __future__ import annotations

import numpy as np

from nnviz.model.curve.recorder import LossCurve
from nnviz.model.tables.csv_text import csv_text
from nnviz.model.watches.watch import WatchCurve


def evaluations_csv(curve: LossCurve) -> str:
    """Return the losses and accuracies of all samples, a row for each evaluation."""
    columns = {
        "update": curve.at,
        "epoch": curve.epoch,
        "training loss": curve.train,
        "training loss with penalty": curve.train_total,
        "test loss": curve.test,
        "training accuracy": curve.train_accuracy,
        "test accuracy": curve.test_accuracy,
    }
    kept = {name: values for name, values in columns.items() if name in ("update", "epoch") or _is_known(values)}
    if np.array_equal(curve.train, curve.train_total, equal_nan=True):
        kept.pop("training loss with penalty", None)
    return csv_text(list(kept), zip(*(values.tolist() for values in kept.values()), strict=True))


def batches_csv(curve: LossCurve) -> str:
    """Return the batches' losses: a row for each update, or for so many as the curve keeps together."""
    return _blocks("loss", curve.stride, curve.least, curve.greatest)


def watch_csv(text: str, curve: WatchCurve) -> str:
    """Return the values of a watch: a row for each update, or for so many as the curve keeps together."""
    return _blocks(text, curve.stride, curve.least, curve.greatest)


def _blocks(name: str, stride: int, least: np.ndarray, greatest: np.ndarray) -> str:
    updates = (np.arange(len(least)) * stride).tolist()
    if stride == 1:
        return csv_text(["update", name], zip(updates, least.tolist(), strict=True))
    head = ["from update", f"least {name}", f"greatest {name}"]
    return csv_text(head, zip(updates, least.tolist(), greatest.tolist(), strict=True))


def _is_known(values: np.ndarray) -> bool:
    return bool(np.isfinite(values).any())
