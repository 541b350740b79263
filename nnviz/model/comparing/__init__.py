"""Sessions beside another one, to be compared with it.

- `variants`: a scenario with one thing changed, and what that is called;
- `rival`: a session that follows another one, or runs by itself;
- `contender`: what may be read of one of them at a moment;
- `effort`: what an update costs, in samples and in seconds, so that different ways to train stand on one axis.
"""

from typing import TYPE_CHECKING

from nnviz.lazy import names_of

if TYPE_CHECKING:
    from nnviz.model.comparing.contender import Axis, Compared, Contender
    from nnviz.model.comparing.effort import Pace
    from nnviz.model.comparing.rival import Rival
    from nnviz.model.comparing.turns import take_turns
    from nnviz.model.comparing.variants import Variant, suggested
else:
    __getattr__ = names_of(
        __name__,
        {
            "contender": (
                "Axis",
                "Compared",
                "Contender",
            ),
            "effort": ("Pace",),
            "rival": ("Rival",),
            "turns": ("take_turns",),
            "variants": (
                "Variant",
                "suggested",
            ),
        },
    )

__all__ = ["Axis", "Compared", "Contender", "Pace", "Rival", "Variant", "suggested", "take_turns"]
