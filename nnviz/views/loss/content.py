"""What the loss plot draws: the newest snapshot, its evaluations, and the branches compared with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.loss import texts
from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.series import Series, band_bin, series_of
from nnviz.views.plots.branch_pens import compared_by_default
from nnviz.views.plots.compared_branches import ComparedBranch, compared_of
from nnviz.views.plots.reduction import bin_of

if TYPE_CHECKING:
    from nnviz.views.plots.copying import Columns


class LossContent:
    """The state behind the plot; evaluations are collected when they are first asked for.

    Attributes
    ----------
    snapshot
        The newest one; None before the first.
    unit
        What the axis across counts.
    compared
        What is drawn of other branches.
    """

    def __init__(self) -> None:
        self.snapshot: Snapshot | None = None
        self.unit = ""
        self.compared: list[ComparedBranch] = []
        self._names: Sequence[str] | None = None
        self._series: Series | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Store a newer snapshot."""
        self.snapshot, self._series = snapshot, None
        self.unit = texts.unit(snapshot)
        self._compare(snapshot)

    def compare_with(self, names: Sequence[str]) -> None:
        """Compare with these branches; until this is called, with the most recent ones."""
        self._names = tuple(names)
        if self.snapshot is not None:
            self._compare(self.snapshot)

    def _compare(self, snapshot: Snapshot) -> None:
        names = compared_by_default(snapshot) if self._names is None else self._names
        self.compared = compared_of(snapshot, names) if names else []

    @property
    def series(self) -> Series | None:
        """The evaluations of the snapshot; None before the first."""
        if self._series is None and self.snapshot is not None:
            self._series = series_of(self.snapshot)
        return self._series

    @property
    def last_update(self) -> int:
        """The last update of any curve."""
        if self.snapshot is None:
            return 0
        ends = [int(branch.at[-1]) for branch in self.compared if len(branch.at)]
        return max(self.snapshot.metrics.update, self.snapshot.newest.completed, *ends)

    def coarseness(self, frame: LossFrame) -> tuple[int, int]:
        """Return how many epochs one point of a curve represents, and how many updates one stroke of the band."""
        if self.snapshot is None or self.series is None:
            return 1, 1
        curve = self.snapshot.curve
        evaluations = bin_of(self.series.seen(frame.shown), frame.columns)
        return curve.evaluated_every * evaluations, curve.stride * band_bin(curve, frame.shown, frame.columns)[1]

    def text_at(self, index: int) -> str:
        """Return the exact numbers of an evaluation, and those of other branches there."""
        snapshot, series = self.snapshot, self.series
        if snapshot is None or series is None:
            return ""
        text = texts.evaluation(series, index, penalty=snapshot.program.objective != "L")
        return "\n".join(filter(None, (text, texts.others(self.compared, int(series.at[index])))))

    def columns(self) -> Columns:
        """Return the curves exactly as they were measured, by name."""
        series = self.series
        if series is None:
            return {}
        own = {"train": (series.at, series.train)}
        if not np.isnan(series.test).all():
            own["test"] = series.at, series.test
        return {**own, **{branch.name: (branch.at, branch.train) for branch in self.compared}}
