"""The panel of the checks of an update: its gradients against differences, its changes against expected ones."""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.views.checks.badge import CheckBadge
    from nnviz.views.checks.panel import ChecksPanel
else:
    __getattr__ = names_of(
        __name__,
        {
            "badge": ("CheckBadge",),
            "panel": ("ChecksPanel",),
        },
    )

__all__ = ["CheckBadge", "ChecksPanel"]
