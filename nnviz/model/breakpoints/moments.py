"""The moments that conditions are evaluated on: of a session as it runs, and of a snapshot."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.breakpoints.condition import ConditionPast
from nnviz.model.breakpoints.expression_condition import position_value
from nnviz.model.data import DataSet
from nnviz.model.engine.metrics import Metrics, predicted_classes
from nnviz.model.history.position import Position
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.program.program import Program
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


class Classifier:
    """Predicts the classes of single samples, with arrays that are allocated once for a program."""

    def __init__(self) -> None:
        self._forward: ForwardPass | None = None

    def class_of(
        self, program: Program, data: DataSet, threshold: float, sample: int, parameters: Mapping[str, Array]
    ) -> int | None:
        """Return the class; None for regression, for a sample that does not exist, and where outputs are NaN."""
        if data.labels is None or sample >= data.X.shape[1]:
            return None
        if self._forward is None or self._forward.program is not program:
            self._forward = ForwardPass(program, 1)
        outputs = self._forward.run(parameters, data.X[:, [sample]])[f"A{program.recipe.network.depth}"]
        return None if np.isnan(outputs).any() else int(predicted_classes(outputs, threshold)[0])


class SnapshotMoment:
    """A snapshot as conditions see it."""

    def __init__(self, snapshot: Snapshot, past: ConditionPast, classifier: Classifier | None = None) -> None:
        self._snapshot, self.past = snapshot, past
        self._classifier = classifier or Classifier()
        self.program: Program = snapshot.program
        self.position: Position = snapshot.position
        self.before: Mapping[str, Array] = snapshot.state_found
        self.metrics: Metrics = snapshot.metrics
        self.scalars: Mapping[str, float] = snapshot.scalars

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value, or None."""
        value = self._snapshot.value(symbol)
        return position_value(symbol, self.position) if value is None else value

    def class_of(self, sample: int, parameters: Mapping[str, Array]) -> int | None:
        """Return the class that a network with these parameters predicts for a sample."""
        snapshot = self._snapshot
        return self._classifier.class_of(snapshot.program, snapshot.data, snapshot.threshold, sample, parameters)


class LiveMoment:
    """A session at its present position; valid until the session moves.

    What costs as much as running a line (a snapshot, the metrics) is computed only when a condition asks for it.
    """

    def __init__(self, session: Session, position: Position, past: ConditionPast, classifier: Classifier) -> None:
        self._session, self.past, self._classifier = session, past, classifier
        self.program: Program = session.program
        self.position = position
        self._taken: Snapshot | None = None

    @property
    def _snapshot(self) -> Snapshot:
        if self._taken is None:
            self._taken = self._session.snapshot()
        return self._taken

    @property
    def before(self) -> Mapping[str, Array]:
        """Parameters and optimiser state as the lines that replace them find them."""
        return self._snapshot.state_found

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the present parameters."""
        return self._session.metrics

    @property
    def scalars(self) -> Mapping[str, float]:
        """Named numbers of the program."""
        return self._snapshot.scalars

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value, or None."""
        program = self.program
        at = position_value(symbol, self.position)
        if at is not None:
            return at
        known = (symbol in program.line_of or symbol in program.symbols) and self._session.is_computed(symbol)
        # A loss is a plain number in scripts; conditions see all symbols as 2-D, as snapshots have them.
        return np.atleast_2d(self._session.value(symbol)) if known else None

    def class_of(self, sample: int, parameters: Mapping[str, Array]) -> int | None:
        """Return the class that a network with these parameters predicts for a sample."""
        threshold = self._snapshot.threshold
        return self._classifier.class_of(self.program, self._session.data, threshold, sample, parameters)
