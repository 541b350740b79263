"""Sessions beside another one, to be compared with it.

- `variants`: a scenario with one thing changed, and what that is called;
- `rival`: a session that follows another one, or runs by itself;
- `contender`: what may be read of one of them at a moment;
- `effort`: what an update costs, in samples and in seconds, so that different ways to train stand on one axis.
"""

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.comparison.compared_session import Rival
    from nnviz.model.comparison.compared_snapshot import Axis, Compared, Contender
    from nnviz.model.comparison.cost import Pace
    from nnviz.model.comparison.time_sharing import take_turns
    from nnviz.model.comparison.variants import Variant, suggested
else:
    __getattr__ = names_of(
        __name__,
        {
            "compared_snapshot": (
                "Axis",
                "Compared",
                "Contender",
            ),
            "cost": ("Pace",),
            "compared_session": ("Rival",),
            "time_sharing": ("take_turns",),
            "variants": (
                "Variant",
                "suggested",
            ),
        },
    )

__all__ = ["Axis", "Compared", "Contender", "Pace", "Rival", "Variant", "suggested", "take_turns"]
