"""What is read of a model of another library: its layers, and what it says about its loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.text.convention import Convention
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ASKED: Final = QT_TRANSLATE_NOOP("model", "to read a model of {library}")


@dataclass(frozen=True, kw_only=True)
class LibraryModel:
    """A fully connected network of another library.

    Attributes
    ----------
    library
        Its name, for people.
    weights
        Layer by layer, (units × inputs).
    biases
        Layer by layer, flat; None for a layer without.
    activations
        Layer by layer, by our names or `foreign_names.LOG_SOFTMAX`; None where the model does not say.
    loss
        The loss by the library's name or ours; None where the model does not say.
    per_output
        Whether outputs are averaged in that loss too, where it is not so here.
    optimiser, penalty
        How the library would train it.
    batch
        Samples in a batch; None where the model does not say.
    classes
        The values of the target that are the classes 0, 1, 2 …; None where targets are numbers.
    convention
        The convention in which the library writes its products.
    notes
        What is not as it is in the library, marked for translation.
    """

    library: str
    weights: tuple[Array, ...]
    biases: tuple[Array | None, ...]
    activations: tuple[str, ...] | None = None
    loss: str | None = None
    per_output: bool = False
    optimiser: OptimiserSpec = field(default_factory=OptimiserSpec)
    penalty: PenaltySpec = field(default_factory=PenaltySpec)
    batch: int | None = None
    classes: tuple[object, ...] | None = None
    convention: Convention = "columns"
    notes: tuple[str, ...] = ()

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units per layer, inputs first."""
        return (self.weights[0].shape[1], *(len(W) for W in self.weights))

    def arrays(self) -> Iterator[tuple[str, Array]]:
        """Return the parameters with their symbols, as ``("W1", …)``; biases as columns."""
        for layer, (weights, b) in enumerate(zip(self.weights, self.biases, strict=True), start=1):
            yield f"W{layer}", weights
            if b is not None:
                yield f"b{layer}", b.reshape(-1, 1)


def refusal(library: str, where: str, found: str, accepted: str) -> ModelError:
    """Return the error for what a model has and nnviz does not; its texts are marked for translation."""
    return ModelError(filled(ASKED, library=library), where, found, accepted)
