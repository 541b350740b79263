"""Mistakes made on purpose: switching them on and off, the catalogue to read in, and the quiz."""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.views.mistakes.panel import MistakesPanel
else:
    __getattr__ = names_of(
        __name__,
        {
            "panel": ("MistakesPanel",),
        },
    )

__all__ = ["MistakesPanel"]
