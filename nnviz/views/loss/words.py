"""What the loss panel says in words."""

from __future__ import annotations

import math

from PyQt6.QtCore import QCoreApplication

from nnviz.model.metrics import Metrics
from nnviz.model.numbers import NUMBER_WIDTH, exact, format_count, format_number, format_short
from nnviz.model.snapshot import Snapshot
from nnviz.views.loss.series import Series


def summary(metrics: Metrics) -> str:
    """Give losses and accuracy of the parameters as they stand, in fixed widths."""
    translate = QCoreApplication.translate
    parts = [translate("LossPanel", "train {0}").format(_padded(metrics.train))]
    if metrics.test is not None:
        parts.append(translate("LossPanel", "test {0}").format(_padded(metrics.test)))
    if metrics.train_right is not None:
        of = format_count(metrics.train_samples)
        right = format_count(metrics.train_right).rjust(len(of))
        parts.append(translate("LossPanel", "accuracy {0} of {1}").format(right, of))
    return " · ".join(parts)


def details(metrics: Metrics) -> str:
    """Give the exact numbers of the parameters as they stand."""
    translate = QCoreApplication.translate
    lines = [translate("LossPanel", "train {0}").format(exact(metrics.train))]
    if metrics.train_total != metrics.train:
        lines.append(translate("LossPanel", "with the penalty {0}").format(exact(metrics.train_total)))
    if metrics.test is not None:
        lines.append(translate("LossPanel", "test {0}").format(exact(metrics.test)))
    if metrics.train_right is not None:
        numbers = format_count(metrics.train_right), format_count(metrics.train_samples)
        lines.append(translate("LossPanel", "accuracy {0} of {1}").format(*numbers))
    if metrics.test_right is not None:
        numbers = format_count(metrics.test_right), format_count(metrics.test_samples)
        lines.append(translate("LossPanel", "test accuracy {0} of {1}").format(*numbers))
    return "\n".join(lines)


def evaluation(series: Series, index: int, *, penalty: bool) -> str:
    """Give everything known of one evaluation."""
    translate = QCoreApplication.translate
    lines = [
        translate("LossPanel", "after update {0} · epoch {1}").format(
            format_count(int(series.at[index])), format_count(int(series.epoch[index]))
        ),
        translate("LossPanel", "train {0}").format(exact(series.train[index])),
    ]
    if penalty:
        lines.append(translate("LossPanel", "with the penalty {0}").format(exact(series.total[index])))
    if not math.isnan(series.test[-1]) or not math.isnan(series.test[index]):
        lines.append(translate("LossPanel", "test {0}").format(exact(series.test[index])))
    if not math.isnan(series.accuracy[index]):
        lines.append(translate("LossPanel", "accuracy {0} %").format(format_short(100 * series.accuracy[index])))
    if not math.isnan(series.test_accuracy[index]):
        lines.append(
            translate("LossPanel", "test accuracy {0} %").format(format_short(100 * series.test_accuracy[index]))
        )
    return "\n".join(lines)


def thinning(snapshot: Snapshot, evaluations: int) -> str:
    """Say how coarse the curves are, when so many evaluations are drawn as one place; empty when they are not coarse."""
    translate = QCoreApplication.translate
    parts, epochs = [], snapshot.curve.evaluated_every * evaluations
    if epochs > 1:
        count = format_count(epochs)
        text = (
            translate("LossPanel", "1 point = {0} epochs")
            if snapshot.per_epoch > 1
            else translate("LossPanel", "1 point = {0} updates")
        )
        parts.append(text.format(count))
    if snapshot.per_epoch > 1 and snapshot.curve.stride > 1:
        parts.append(translate("LossPanel", "band: {0} updates").format(format_count(snapshot.curve.stride)))
    return " · ".join(parts)


def fault(update: int) -> str:
    """Say where a loss was first not finite."""
    return QCoreApplication.translate("LossPanel", "not finite after update {0}").format(format_count(update))


def _padded(loss: float) -> str:
    return format_number(loss).rjust(NUMBER_WIDTH)
