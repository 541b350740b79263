"""Arrays that nobody can write to."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Scalar = TypeVar("Scalar", bound="np.generic[Any]")


def read_only(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """Make an array read-only, and give it back."""
    array.flags.writeable = False
    return array
