"""A recording as it is written: a header, and columns of numbers."""

from __future__ import annotations

import sys
from typing import Any

from .recorder import Recorder


def columns_of(recorder: Recorder) -> tuple[dict[str, Any], bytes]:
    """Return what a recorder knows: the parts of the header, and all columns in a row."""
    columns = b""
    lengths = []
    for column in (*recorder.event_columns.values(), recorder.operands, *recorder.step_columns.values()):
        lengths.append(len(column))
        columns += column.tobytes()
    numpy = sys.modules.get("numpy")
    header = {
        "places": [place.as_row() for place in recorder.places.rows],
        "paths": list(recorder.paths),
        "slots": recorder.slot_rows,
        "values": recorder.store.rows,
        "keywords": list(recorder.keywords.items()),
        "thinned": [[event, *row] for event, row in recorder.thinned.items()],
        "lengths": lengths,
        "updates": recorder.updates.count,
        "python": sys.version.split()[0],
        "numpy": None if numpy is None else str(getattr(numpy, "__version__", "")),
        "full": recorder.is_over_full,
    }
    return header, columns
