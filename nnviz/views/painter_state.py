"""A painter that is borrowed is given back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PyQt6.QtGui import QPainter


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Restore the pen, font, clip and so on of a painter at the end, also where drawing fails."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()
