"""What a relative error of a gradient means: a file of its own, as a window needs the bands before any check."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnviz.model.text.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Band:
    """A band of relative errors.

    Attributes
    ----------
    name, title
        Identifier; name for people.
    most
        The largest relative error in the band.
    """

    name: str
    title: str
    most: float


BANDS = (
    Band("good", QT_TRANSLATE_NOOP("model", "good"), 1e-7),
    Band("fine", QT_TRANSLATE_NOOP("model", "fine"), 1e-5),
    Band("suspicious", QT_TRANSLATE_NOOP("model", "suspicious"), 1e-2),
    Band("wrong", QT_TRANSLATE_NOOP("model", "wrong"), math.inf),
)
"""The usual bands, in the order of growing errors."""


TOO_SMALL = Band("too-small", QT_TRANSLATE_NOOP("model", "too small to tell"), math.nan)
"""Of derivatives so small that rounding and curvature could be all of them: neither right nor wrong is shown."""


def band_of(error: float) -> Band | None:
    """Return the band of a relative error; None when it is not a number."""
    return next((band for band in BANDS if error <= band.most), None)
