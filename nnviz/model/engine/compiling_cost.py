"""Whether a run of many updates at once is long enough to compile its updates first."""

from __future__ import annotations

from typing import Final

from nnviz.model.engine.engines import is_small, multiplications
from nnviz.model.scenario.validation import Prepared

_PAYS: Final = 5.0
"""Seconds of numpy for which compiling pays: importing numba and compiling an update take 3 to 5."""
_CALLS: Final = 5e-5
"""Seconds that numpy's calls of one update take, about: 30 to 100 microseconds on all scenarios that ship."""
_MULTIPLICATION: Final = 1.2e-8
"""Seconds of an update for each multiplication of its forward pass, about."""


def compiling_pays(prepared: Prepared, updates: int) -> bool:
    """Return whether compiled loops make a run of so many updates faster, the seconds of compiling included."""
    seconds = updates * (_CALLS + _MULTIPLICATION * multiplications(prepared))
    return is_small(prepared) and seconds >= _PAYS
