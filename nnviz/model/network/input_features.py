"""Input features: numbers computed from the two inputs of a sample, which the network is fed instead.

To add a feature, write a row in `_ROWS`. Samples keep their places on the plane of x1 and x2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.errors import ModelError

Numbers = NDArray[Any]
ASKED = "the features"
AS_THEY_ARE = ("x1", "x2")
"""The features that are the inputs themselves."""


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One feature.

    Attributes
    ----------
    name
        Identifier in scenario files.
    sign
        How it is written; ``{x1}`` and ``{x2}`` are placeholders for the names of the two inputs.
    compute
        ``compute(x1, x2)``, arrays of the same shape and type.
    """

    name: str
    sign: str
    compute: Callable[[Numbers, Numbers], Numbers]


_ROWS = (
    Feature(name="x1", sign="{x1}", compute=lambda x1, x2: x1),
    Feature(name="x2", sign="{x2}", compute=lambda x1, x2: x2),
    Feature(name="x1-squared", sign="{x1}²", compute=lambda x1, x2: x1 * x1),
    Feature(name="x2-squared", sign="{x2}²", compute=lambda x1, x2: x2 * x2),
    Feature(name="x1-times-x2", sign="{x1}·{x2}", compute=lambda x1, x2: x1 * x2),
    Feature(name="sin-x1", sign="sin {x1}", compute=lambda x1, x2: np.sin(x1)),
    Feature(name="sin-x2", sign="sin {x2}", compute=lambda x1, x2: np.sin(x2)),
)

FEATURES: Mapping[str, Feature] = MappingProxyType({row.name: row for row in _ROWS})


@dataclass(frozen=True, eq=False)
class Mapped:
    """The places that a network's inputs were computed from.

    Attributes
    ----------
    features
        Names of `FEATURES`, one for each input of the network.
    places
        ``(2, m)`` x1 and x2 of each sample, read-only.
    place_names
        Names of x1 and x2.
    """

    features: tuple[str, ...]
    places: NDArray[np.float64]
    place_names: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the network's inputs."""
        first, second = self.place_names
        return tuple(FEATURES[name].sign.format(x1=first, x2=second) for name in self.features)


def features_of(features: Sequence[str] | None, places: Numbers) -> Numbers:
    """Compute the network's inputs for places on the plane.

    Parameters
    ----------
    features
        Names of `FEATURES`; None where the network is fed the places themselves.
    places
        ``(2, p)``; any number of rows where `features` is None.

    Returns
    -------
    ndarray
        ``(features, p)``, of the type of `places`.
    """
    if features is None:
        return places
    return np.stack([FEATURES[name].compute(places[0], places[1]) for name in features])


def check_features(features: Sequence[str], n_inputs: int) -> None:
    """Check that features can be computed.

    Raises
    ------
    ModelError
        If there is none, if one is unknown or named twice, or if samples do not have two inputs.
    """
    if n_inputs != 2:
        raise ModelError(ASKED, "features", f"given, for samples of {n_inputs} inputs", "samples of two, or nothing")
    unknown = [name for name in features if name not in FEATURES]
    if unknown or not features:
        raise ModelError(ASKED, "features", repr(unknown[0]) if unknown else "none", ", ".join(FEATURES))
    if len(set(features)) < len(features):
        twice = next(name for name in features if features.count(name) > 1)
        raise ModelError(ASKED, "features", f"{twice} twice", "each once")


def in_order(features: Sequence[str]) -> tuple[str, ...] | None:
    """Return features in the order of the table; None where they are the inputs themselves."""
    ordered = tuple(name for name in FEATURES if name in features)
    return None if ordered == AS_THEY_ARE else ordered
