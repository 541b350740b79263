"""Whether samples are written as columns or as rows."""

from __future__ import annotations

from typing import Literal

Convention = Literal["columns", "rows"]
"""Whether a sample is a column, as in ``W · X + b``, or a row, as in ``X · W + b``."""
