"""A receipt as JSON, with all digits; numbers that are not finite are the texts that `nnviz train --json` has."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from typing import Any

import numpy as np

from nnviz.model.receipt.receipt import Receipt


def as_json(receipt: Receipt) -> str:
    """Return a receipt as one JSON object."""
    return json.dumps(_plain(asdict(receipt)), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    return value
