"""What the first key press needs, imported while the person looks at the first frame.

Without it the first line took 28 ms to be seen, the second one 9 ms. Panels that are opened take 10 to 80 ms at their
first time, of which importing is the smaller part: they are left alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from PyQt6.QtCore import QTimer

_WAIT: Final = 100
"""Milliseconds: by then the window has been painted."""

_MODULES: Final = ("nnviz.model.breakpoints.nonfinite_guard", "nnviz.views.inspector.page_writer")


def warm_up_soon() -> None:
    """Import them once the window has been painted."""
    QTimer.singleShot(_WAIT, _warm_up)


def _warm_up() -> None:
    for module in _MODULES:
        import_module(module)
