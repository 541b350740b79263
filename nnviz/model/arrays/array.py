"""The type of all arrays that training computes, and arrays that cannot be written to."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
"""An array of the model: float64 wherever training happens."""

Scalar = TypeVar("Scalar", bound="np.generic[Any]")


def read_only(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """Make an array read-only, and give it back."""
    array.flags.writeable = False
    return array
