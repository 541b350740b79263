"""The catalogue of the mistakes that can be made on purpose."""

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
