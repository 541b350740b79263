"""The numbers of one sample, one per unit: as the update computed them, or with the current parameters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.session.snapshot import Snapshot


class SampleValues:
    """The numbers that belong to one sample: x, y, z, a and δ of every unit.

    Those of a sample that is not in the batch on the screen are computed here, with the current parameters; it has
    no δ, because the update does not use it.

    Parameters
    ----------
    snapshot
        The moment.
    sample
        Index into the snapshot's data.
    """

    def __init__(self, snapshot: Snapshot, sample: int) -> None:
        self.snapshot = snapshot
        self.sample = sample
        self.column = snapshot.column_of(sample)

    @property
    def is_in_batch(self) -> bool:
        """Whether the update on the screen uses the sample."""
        return self.column is not None

    def of(self, symbol: str) -> Array | None:
        """Return a symbol's numbers for the sample, ``(units,)``, or None when they have not been computed."""
        # The inputs and targets are data: they are known before any line has run.
        if symbol == "X":
            return self.snapshot.data.X[:, self.sample]
        if symbol == "Y":
            return self.snapshot.targets[:, self.sample]
        if self.column is None:
            outside = self._outside.get(symbol)
            return None if outside is None else outside[:, 0]
        array = self.snapshot.value(symbol)
        return None if array is None else array[:, self.column]

    def activations(self, layer: int) -> Array | None:
        """Return a layer's activations; layer 0 is the input."""
        return self.of(f"A{layer}" if layer else "X")

    def newest(self, layer: int) -> tuple[str, Array | None]:
        """Return the symbol and the numbers of a layer that its labels show: its activations, before them its z."""
        symbol = f"A{layer}" if layer else "X"
        values = self.of(symbol)
        if values is None and layer and (weighted := self.of(f"Z{layer}")) is not None:
            return f"Z{layer}", weighted
        return symbol, values

    @cached_property
    def _outside(self) -> Mapping[str, Array]:
        return values_of_sample(self.snapshot, self.sample)
