"""What a line of a person's code computed, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import NDArray

if TYPE_CHECKING:
    from nnviz.model.recording import Event, Recording

_RESULTS = ("bind", "augmented", "store", "return")


@dataclass(frozen=True, eq=False)
class NamedArray:
    """An array with the text that stands for it in the person's source.

    Attributes
    ----------
    text
        ``d1``, ``d2 @ W2.T``.
    value
        As they have it.
    role
        ``"written"`` by the line, an ``"operand"`` of its last operation, or a ``"name"`` that holds it.
    sign
        The operation in front of it, where there is one: ``*``.
    """

    text: str
    value: NDArray[Any]
    role: Literal["written", "operand", "name"]
    sign: str = ""


def line_values(recording: Recording, step: int) -> tuple[NamedArray, ...]:
    """Return what a step wrote, each followed by the operands of the operation that gave it."""
    first, last = recording.steps[step].events
    found: list[NamedArray] = []
    for number in range(first, last):
        event = recording.events[number]
        place = recording.places[event.place]
        if event.step != step or place.kind not in _RESULTS or event.value is None:
            continue
        text = event.path or place.text
        found.append(NamedArray(text, recording.values[event.value], "written"))
        found.extend(_operands(recording, event))
    return tuple(found)


def _operands(recording: Recording, event: Event) -> list[NamedArray]:
    """Return the operands of the operation whose result was bound."""
    source = next((number for number in reversed(event.operands) if number >= 0), -1)
    if source < 0:
        return []
    operation = recording.events[source]
    place = recording.places[operation.place]
    if place.kind not in ("operator", "call") or operation.step != event.step:
        return []
    operands = []
    for at, number in enumerate(operation.operands):
        if number < 0:
            continue
        operand = recording.events[number]
        if operand.value is None:
            continue
        sign = place.operator if at and place.kind == "operator" else ""
        text = operand.path or recording.places[operand.place].text
        operands.append(NamedArray(text, recording.values[operand.value], "operand", sign))
    return operands
