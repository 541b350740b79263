"""The catalogue of all mistakes, in the order in which they are offered and made."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nnviz.model.mistakes import in_deltas, in_gradients, in_setup
from nnviz.model.mistakes.mistake import Mistake, Situation

CATALOGUE: Mapping[str, Mistake] = MappingProxyType(
    {row.name: row for row in (*in_deltas.ROWS, *in_gradients.ROWS, *in_setup.ROWS)}
)


def possible_mistakes(situation: Situation) -> tuple[Mistake, ...]:
    """Return the mistakes that can be made in a situation."""
    rows = list(CATALOGUE.values())
    if not situation.recipe.computes_gradients:
        rows = [row for row in rows if not row.needs_gradients]
    return tuple(row for row in rows if row.possible(situation))
