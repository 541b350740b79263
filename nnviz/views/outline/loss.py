"""The losses over the run in words: some of them, from the start to the newest."""

from __future__ import annotations

from functools import partial
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.numbers import exact, format_count, format_number
from nnviz.views.outline.node import OutlineMoment, OutlineRow

_MOST: Final = 20
"""Losses that are listed; they are spread evenly over the run."""


def loss_section(moment: OutlineMoment) -> OutlineRow:
    """Return the loss now, and losses over the run."""
    return OutlineRow(_now_words, loss_rows)


def loss_rows(moment: OutlineMoment) -> list[OutlineRow]:
    """Return the losses that are listed at a moment."""
    return [OutlineRow(partial(_loss_words, row)) for row in range(min(len(moment.snapshot.curve.at), _MOST))]


def _now_words(moment: OutlineMoment) -> str:
    metrics = moment.snapshot.metrics
    text = QCoreApplication.translate("OutlinePanel", "Loss over the run: %1 after update %2")
    return text.replace("%1", format_number(metrics.train)).replace("%2", format_count(metrics.update))


def _loss_words(row: int, moment: OutlineMoment) -> str:
    curve = moment.snapshot.curve
    count = min(len(curve.at), _MOST)
    index = round(row * (len(curve.at) - 1) / max(1, count - 1))
    text = QCoreApplication.translate("OutlinePanel", "after update %1: %2")
    return text.replace("%1", format_count(int(curve.at[index]))).replace("%2", exact(float(curve.train[index])))
