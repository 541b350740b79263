"""MATLAB's files up to version 7, read by scipy: their arrays are used as those of NPZ are."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.model.data.files.npz import detect_npz, read_npz
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import DetectedTable, Table
from nnviz.model.data.files.unreadable import refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_OF_DAMAGED = (ValueError, TypeError, LookupError, AttributeError, OSError, EOFError, NotImplementedError, zlib.error)
"""What scipy raises for a damaged file, besides its own error."""

_BEGIN = b"MATLAB 5.0 MAT-f"
_LINE = (
    'import scipy.io, numpy; numpy.savez("data.npz", **{{k: v for k, v in scipy.io.loadmat({name}).items() '
    "if k[0] != '_'}})"
)


def is_mat(begin: bytes) -> bool:
    """Return whether a file is MATLAB's by its first bytes."""
    return begin.startswith(_BEGIN)


def detect_mat(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Detect which arrays are the inputs and the answers.

    Raises
    ------
    ModelError
        If there are none, or scipy is not installed.
    """
    found = detect_npz(_as_npz(source), chosen)
    return replace(found, options=replace(found.options, format="mat"))


def read_mat(source: DataSource, options: Options) -> Table:
    """Read the arrays.

    Raises
    ------
    ModelError
        If they do not match the options, or scipy is not installed.
    """
    return read_npz(_as_npz(source), options)


def _as_npz(source: DataSource) -> DataSource:
    try:
        from scipy.io import loadmat
        from scipy.io.matlab import MatReadError
    except ImportError:
        title = QT_TRANSLATE_NOOP("model", 'MATLAB, which needs scipy (pip install -e ".[files]")')
        raise refusal(source, title, _LINE) from None
    with source.opened() as file:
        try:
            variables = loadmat(io.BytesIO(file.read()))
        except (MatReadError, *_OF_DAMAGED) as error:
            raise source.refused("", str(error), QT_TRANSLATE_NOOP("model", "a complete file")) from None
    arrays = {
        name: np.asarray(value)
        for name, value in variables.items()
        if not name.startswith("_") and isinstance(value, np.ndarray) and value.dtype.kind in "buifUS"
    }
    packed = io.BytesIO()
    np.savez(packed, **arrays)  # type: ignore[arg-type]
    return replace(source, text=packed.getvalue())
