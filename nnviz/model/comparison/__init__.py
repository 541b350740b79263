"""Sessions that are compared with the one in the window.

- `variants`: a scenario with one thing changed, and what that is called;
- `compared_session`: a session that follows the one in the window, or runs on its own;
- `compared_snapshot`: what may be read of one of them at a moment;
- `cost`: what an update costs, in samples and in seconds, so that different ways to train share one axis.
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.comparison.compared_session import ComparedSession, share_time
    from nnviz.model.comparison.compared_snapshot import Axis, ComparedSnapshot, ComparedSnapshots
    from nnviz.model.comparison.cost import UpdateCost
    from nnviz.model.comparison.variants import Variant, suggested
else:
    __getattr__ = names_of(
        __name__,
        {
            "compared_snapshot": (
                "Axis",
                "ComparedSnapshots",
                "ComparedSnapshot",
            ),
            "cost": ("UpdateCost",),
            "compared_session": (
                "ComparedSession",
                "share_time",
            ),
            "variants": (
                "Variant",
                "suggested",
            ),
        },
    )

__all__ = [
    "Axis",
    "ComparedSession",
    "ComparedSnapshot",
    "ComparedSnapshots",
    "UpdateCost",
    "Variant",
    "share_time",
    "suggested",
]
