"""What a person says of their network, in a line: ``2-3-1 tanh,sigmoid binary-cross-entropy rows``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.recognition.network import Loss, Recognition
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_KINDS: Final = {
    "binary-cross-entropy": "bce",
    "categorical-cross-entropy": "cce",
    "half-squared": "squared",
    "squared": "squared",
    "mean-squared": "squared",
}
"""Row of a loss → its kind."""


@dataclass(frozen=True)
class StatedNetwork:
    """What a person says of their network; what is not said is empty.

    Attributes
    ----------
    sizes, activations, loss, samples_are
        As in the judgement's network.
    """

    sizes: tuple[int, ...] = ()
    activations: tuple[str, ...] = ()
    loss: str = ""
    samples_are: str = ""


def read_stated(text: str) -> StatedNetwork:
    """Return what a line says: sizes with ``-``, activations, a loss, ``rows`` or ``columns``, in any order.

    Raises
    ------
    ModelError
        If a word of it is none of these.
    """
    sizes: tuple[int, ...] = ()
    activations: list[str] = []
    loss = samples = ""
    for word in re.split(r"[\s,;·]+", text.strip().lower()):
        if re.fullmatch(r"\d+(-\d+)+", word):
            sizes = tuple(map(int, word.split("-")))
        elif word in ACTIVATIONS:
            activations.append(word)
        elif word in LOSSES or word in _KINDS:
            loss = word
        elif word in ("rows", "columns"):
            samples = word
        elif word:
            asked = QT_TRANSLATE_NOOP("model", "to read what your network is")
            accepted = QT_TRANSLATE_NOOP("model", "2-3-1 tanh,sigmoid binary-cross-entropy rows")
            raise ModelError(asked, "", word, accepted)
    return StatedNetwork(sizes, tuple(activations), loss, samples)


def with_stated_loss(recognition: Recognition, stated: StatedNetwork) -> Recognition:
    """Return a recognition whose loss is the one that the person states."""
    kind = _KINDS.get(stated.loss)
    if kind is None:
        return recognition
    own = tuple(loss for loss in recognition.losses if loss.kind == kind)
    return replace(recognition, losses=own or (Loss(kind, 0.5 if stated.loss == "half-squared" else 1.0),))


def contradictions(recognition: Recognition, stated: StatedNetwork) -> Iterator[str]:
    """Yield a sentence for each thing that was found to be another than the person states."""
    one = recognition.first
    found = {
        "sizes": "-".join(map(str, recognition.sizes)),
        "activations": ", ".join(layer.activation.name for layer in one.layers),
        "samples_are": one.samples_are,
    }
    said = {
        "sizes": "-".join(map(str, stated.sizes)),
        "activations": ", ".join(stated.activations),
        "samples_are": stated.samples_are,
    }
    for name, text in said.items():
        if text and text != found[name]:
            differs = QT_TRANSLATE_NOOP("model", "You say {said}; your code has {found}.")
            yield filled(differs, said=text, found=found[name])
