"""The type of all arrays that training computes, and read-only arrays."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
"""An array of the model: float64 wherever training happens."""

Item = TypeVar("Item", bound="np.generic[Any]")


def read_only(array: NDArray[Item]) -> NDArray[Item]:
    """Make an array read-only, and return it."""
    array.flags.writeable = False
    return array
