"""A wrong program with as many lines as the right one, in the same order: what is hidden in the right one's lines."""

from __future__ import annotations

from dataclasses import replace

from nnviz.model.mistakes.mistake import Lines
from nnviz.model.program.expression import Node, Symbol, with_each


def in_places_of(right: Lines, wrong: Lines) -> Lines:
    """Return lines that compute what the wrong ones do, to the last bit, one in the place of each right line.

    Where a line is missing there is one that changes nothing (``b ← b``). A line that reads what the wrong order has
    assigned already computes that for itself.
    """
    written = {line.writes: line for line in _reading_for_themselves(right, wrong)}
    return tuple(written.get(line.writes, replace(line, expression=Symbol(line.writes))) for line in right)


def _reading_for_themselves(right: Lines, wrong: Lines) -> Lines:
    places = {line.writes: number for number, line in enumerate(right)}
    assigned: dict[str, Node] = {}
    lines = []
    for line in wrong:
        early = {name: node for name, node in assigned.items() if places[name] > places[line.writes]}
        lines.append(replace(line, expression=_with_values(line.expression, early)))
        if line.assigns:
            assigned[line.writes] = _with_values(line.expression, assigned)
    return tuple(lines)


def _with_values(node: Node, values: dict[str, Node]) -> Node:
    return with_each(node, lambda found: values.get(found.name) if isinstance(found, Symbol) else None)
