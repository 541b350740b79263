"""The first samples of an import, where they are pictures."""

from __future__ import annotations

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.files import DetectedTable
from nnviz.views.images.pictures import picture_of
from nnviz.views.images.tiles import Tile
from nnviz.views.theme import Theme


def first_pictures(theme: Theme, reading: DetectedTable) -> list[Tile]:
    """Draw the first samples, each over its answer; none where they are no pictures."""
    shape = reading.options.image_shape
    if shape is None or shape[0] * shape[1] != reading.n_inputs:
        return []
    samples = [(row, _pixels(row, reading)) for row in reading.preview if len(row) == len(reading.columns)]
    pixels = [found for _, found in samples if found is not None]
    if not pixels:
        return []
    high = max(float(found.max()) for found in pixels)
    limits = min(0.0, *(float(found.min()) for found in pixels)), high if high > 0 else 1.0
    return [
        Tile(number, picture_of(theme, found, shape, limits), _answer(row, reading))
        for number, (row, found) in enumerate(samples)
        if found is not None
    ]


def _pixels(row: tuple[str, ...], reading: DetectedTable) -> Array | None:
    """Return a row's inputs; None where one of them is missing."""
    decimal = reading.options.decimal
    try:
        numbers = [float(row[column].replace(decimal, ".")) for column in reading.input_columns]
    except ValueError:
        return None
    found = np.array(numbers)
    return found if np.isfinite(found).all() else None


def _answer(row: tuple[str, ...], reading: DetectedTable) -> str:
    return ", ".join(row[column] for column in reading.answer_columns if column < len(row))
