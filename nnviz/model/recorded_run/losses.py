"""The losses of a person's parameters over the samples that are shown, and their curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.curve.recorder import CurveRecorder, LossCurve
from nnviz.model.engine.metrics import Metrics, predicted_classes
from nnviz.model.engine.workspace import Workspace
from nnviz.model.mistakes.build import build_program
from nnviz.model.session.snapshot import Snapshot

_MOST: Final = 200
"""Updates whose losses are in the curve: each is measured over all samples."""


class RecordedLosses:
    """Measures the parameters after each update, when they are asked for.

    Parameters
    ----------
    base
        A moment of the network that was found, for its samples and targets.
    states
        The parameters before the first update, and after each.
    """

    def __init__(self, base: Snapshot, states: Sequence[Mapping[str, Array]]) -> None:
        self._base, self._states = base, states
        self._measured: dict[int, Metrics] = {}

    def after(self, update: int) -> Metrics:
        """Return the losses and accuracies of the parameters after an update; 0 for those it begins with."""
        if update not in self._measured:
            self._measured[update] = self._measure(update)
        return self._measured[update]

    @cached_property
    def curve(self) -> LossCurve:
        """The losses of the first updates."""
        recorder = CurveRecorder()
        for update in range(min(len(self._states), _MOST)):
            if update:
                recorder.add_update(self.after(update - 1).train)
            if recorder.wants_evaluation():
                recorder.add_evaluation(self.after(update), update)
        return recorder.freeze()

    def _measure(self, update: int) -> Metrics:
        base = self._base
        right = build_program(replace(base.program.recipe, mistakes=(), hides_mistakes=False))
        state = {name: array.copy() for name, array in self._states[update].items()}
        workspace = Workspace(right, base.data.n_samples, state, scalars_of(base), right.evaluation)
        workspace.arrays["X"][...], workspace.arrays["Y"][...] = base.data.X, base.targets
        with np.errstate(all="ignore"):
            workspace.run()
        loss = float(workspace.arrays["L"][0, 0])
        hits = None
        if base.data.labels is not None:
            outputs = workspace.arrays[f"A{right.recipe.network.depth}"]
            hits = int(np.count_nonzero(predicted_classes(outputs, base.threshold) == base.data.labels))
        return Metrics(update, loss, loss, None, hits, None, base.data.n_samples, 0)


def scalars_of(base: Snapshot) -> dict[str, Array]:
    """Return the named numbers of a program, but for those of a batch."""
    return {name: np.array(value) for name, value in base.scalars.items() if name not in ("m", "n")}
