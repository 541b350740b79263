"""The texts of the loss panel."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import NUMBER_WIDTH, UNSIGNED_WIDTH, exact, format_count, format_number, format_percent
from nnviz.views.loss.series import Series
from nnviz.views.plots.compared_branches import ComparedBranch
from nnviz.views.translation import branch_name, translate_model

_SHORT_NAME = re.compile("[A-Z]{2,}(?=\\()")
"""The name of a loss that is written as a function: ``BCE(…)``."""

_FORMULA = re.compile(r"\s*[½Σ|(].*$")
"""The formula behind a loss's name."""


def summary(snapshot: Snapshot) -> str:
    """Return losses and accuracy as last measured, in fixed widths, and the formula of the loss."""
    translate, metrics = QCoreApplication.translate, snapshot.metrics
    if snapshot.is_measured_rarely:
        return _rare_summary(snapshot)
    parts = [translate("LossPanel", "train {0}").format(_padded(metrics.train))]
    if metrics.test is not None:
        parts.append(translate("LossPanel", "test {0}").format(_padded(metrics.test)))
    if metrics.train_right is not None:
        of = format_count(metrics.train_samples)
        right = format_count(metrics.train_right).rjust(len(of))
        parts.append(translate("LossPanel", "accuracy {0} of {1}").format(right, of))
    if metrics.train_fit is not None:
        parts.append(f"R² {format_number(metrics.train_fit.r_squared).rjust(NUMBER_WIDTH)}")
    # The formula is last, where it is cut off first: the program shows it too.
    line = snapshot.program[snapshot.program.line_of["L"]]
    parts.append(line.formula(snapshot.labels, snapshot.scenario.convention))
    return " · ".join(parts)


def heading(snapshot: Snapshot) -> str:
    """Return the loss beside the panel's title, in a fixed width."""
    return _padded(snapshot.metrics.train).strip()


def which(snapshot: Snapshot) -> str:
    """Return which loss it is: of which function, over which samples, before or after the update on the screen.

    The loss of the parameters as they are now is another one than the program's line has computed in this update: that
    one was computed before the parameters changed, and for the samples of the batch.
    """
    translate, metrics = QCoreApplication.translate, snapshot.metrics
    loss = LOSSES[snapshot.scenario.loss]
    short = _SHORT_NAME.match(loss.text)
    name = _FORMULA.sub("", translate_model(loss.title)) if short is None else short[0]
    samples = translate("LossPanel", "mean of {0} samples").format(format_count(metrics.train_samples))
    return ", ".join((name, samples, _when(snapshot)))


def _when(snapshot: Snapshot) -> str:
    """Return when the loss was measured, as words about the update on the screen."""
    translate, position = QCoreApplication.translate, snapshot.position
    if snapshot.is_measured_rarely:
        return translate("LossPanel", "after update {0}").format(format_count(snapshot.metrics.update))
    if not position.update:
        return translate("LossPanel", "before the first update")
    lines = [snapshot.program.line_of[name] for name in snapshot.program.parameters if name in snapshot.program.line_of]
    ran = sum(line <= position.line for line in lines)
    if position.line == position.lines or (lines and ran == len(lines)):
        return translate("LossPanel", "after this update")
    if ran:
        return translate("LossPanel", "in the middle of this update")
    return translate("LossPanel", "before this update")


def details(snapshot: Snapshot) -> str:
    """Return the exact numbers as last measured."""
    translate, metrics = QCoreApplication.translate, snapshot.metrics
    loss = translate_model(LOSSES[snapshot.scenario.loss].title)
    lines = [loss, translate("LossPanel", "train {0}").format(exact(metrics.train))]
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
    for text, fit in (
        (translate("LossPanel", "training: R² {0}, RMSE {1}"), metrics.train_fit),
        (translate("LossPanel", "test: R² {0}, RMSE {1}"), metrics.test_fit),
    ):
        if fit is not None:
            lines.append(text.format(exact(fit.r_squared), exact(fit.rmse)))
    if snapshot.is_measured_rarely:
        lines.append(translate("LossPanel", "after update {0}").format(format_count(metrics.update)))
    return "\n".join(lines)


def evaluation(series: Series, index: int, *, penalty: bool) -> str:
    """Return everything known about one evaluation."""
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
        lines.append(translate("LossPanel", "accuracy {0} %").format(format_percent(series.accuracy[index])))
    if not math.isnan(series.test_accuracy[index]):
        lines.append(translate("LossPanel", "test accuracy {0} %").format(format_percent(series.test_accuracy[index])))
    return "\n".join(lines)


def others(compared: Iterable[ComparedBranch], update: int) -> str:
    """Return the losses of other branches after so many updates, a line for each that was evaluated there."""
    losses = [(branch.name, branch.loss_at(update)) for branch in compared]
    return "\n".join(f"{branch_name(name)}: {exact(loss)}" for name, loss in losses if loss is not None)


def unit(snapshot: Snapshot) -> str:
    """Return the unit of the axis across: updates, or evaluations where the whole run is a search without gradients."""
    kinds = {part.scenario.optimiser.kind for part in snapshot.effective_settings} or {snapshot.scenario.optimiser.kind}
    if kinds <= set(STRATEGIES):
        return QCoreApplication.translate("LossPlot", "function evaluations")
    return QCoreApplication.translate("LossPlot", "updates")


def thinning(epochs: int, updates: int, *, whole_data: bool) -> str:
    """Return a text on how coarse the curves are; empty while they are not.

    Parameters
    ----------
    epochs
        Epochs that one point of a curve represents.
    updates
        Updates that one stroke of the band represents.
    whole_data
        Whether an epoch is a single update; the band then only shows what lies between the points.
    """
    translate = QCoreApplication.translate
    parts = []
    if epochs > 1 and whole_data:
        parts.append(translate("LossPanel", "1 point = {0} updates").format(format_count(epochs)))
    elif epochs > 1:
        parts.append(translate("LossPanel", "1 point = {0} epochs").format(format_count(epochs)))
    if updates > 1 and not whole_data:
        parts.append(translate("LossPanel", "band: {0} updates").format(format_count(updates)))
    return " · ".join(parts)


def fault(update: int) -> str:
    """Return a text on where a loss was first not finite."""
    return QCoreApplication.translate("LossPanel", "not finite after update {0}").format(format_count(update))


def _rare_summary(snapshot: Snapshot) -> str:
    """Return what was measured last, and when: shorter, so that nothing is cut off at the usual width."""
    translate, metrics = QCoreApplication.translate, snapshot.metrics
    parts = [translate("LossPanel", "train {0}").format(format_number(metrics.train))]
    if metrics.test is not None:
        parts.append(translate("LossPanel", "test {0}").format(format_number(metrics.test)))
    if metrics.train_accuracy is not None:
        parts.append(translate("LossPanel", "accuracy {0} %").format(format_percent(metrics.train_accuracy)))
    return translate("LossPanel", "at {0}: {1}").format(format_count(metrics.update), " · ".join(parts))


def _padded(loss: float) -> str:
    return format_number(loss).rjust(UNSIGNED_WIDTH)
