"""Where in an update a mistake is made: finer than its kind, so that a menu of each place is short.

A new row has its place by its kind and by the file that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.mistakes.mistake import Mistake

Place = Literal[
    "forward", "output-delta", "hidden-delta", "gradients", "averages", "penalty", "update", "optimiser", "setup"
]

PLACES: Final[tuple[Place, ...]] = (
    "forward",
    "output-delta",
    "hidden-delta",
    "gradients",
    "averages",
    "penalty",
    "update",
    "optimiser",
    "setup",
)
"""All places, in the order in which an update comes to them; what is wrong before or after it comes last."""

_OF_FILES: Final[Mapping[str, Place]] = MappingProxyType(
    {
        "in_output_deltas": "output-delta",
        "in_errors": "output-delta",
        "in_deltas": "hidden-delta",
        "in_slopes": "hidden-delta",
        "in_averages": "averages",
        "in_penalties": "penalty",
        "in_optimisers": "optimiser",
    }
)


def place_of(mistake: Mistake) -> Place:
    """Return where a mistake of the catalogue is made.

    Raises
    ------
    KeyError
        If the catalogue has no such mistake.
    """
    file = CATALOGUE.file_of(mistake.name)
    match mistake.kind:
        case "forward":
            return "forward"
        case "backward":
            return _OF_FILES.get(file, "gradients")
        case "update":
            return _OF_FILES.get(file, "update")
        case _:
            return "setup"


def by_place(mistakes: Iterable[Mistake]) -> dict[Place, tuple[Mistake, ...]]:
    """Sort mistakes by their places; a place without any is left out."""
    found: dict[Place, list[Mistake]] = {place: [] for place in PLACES}
    for mistake in mistakes:
        found[place_of(mistake)].append(mistake)
    return {place: tuple(rows) for place, rows in found.items() if rows}
