"""How samples lie in arrays as they are written for people."""

from __future__ import annotations

from typing import Literal

Convention = Literal["columns", "rows"]
"""Whether a sample is a column, as in ``W · X + b``, or a row, as in ``X · W + b``."""
