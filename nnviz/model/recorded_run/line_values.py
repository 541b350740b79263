"""What a line of a person's code computed, and from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import NDArray

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Event, Recording

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
    found: list[NamedArray] = []
    for number in range(recording.steps[step].first, recording.steps[step].last):
        event = recording.events[number]
        place = recording.places[event.place]
        if event.step != step or place.kind not in _RESULTS or event.value is None or _is_cell(event):
            continue
        text = event.path or place.text
        found.append(NamedArray(text, recording.values[event.value], "written"))
        found.extend(_operands(recording, event))
    return tuple(found)


def _is_cell(event: Event) -> bool:
    """Return whether an event has only one cell of what was changed."""
    return ("cell", True) in event.keywords


def _operands(recording: Recording, event: Event) -> list[NamedArray]:
    """Return the operands of the operation whose result was bound; of ``W -= d`` what is taken away."""
    source = next((number for number in reversed(event.operands) if number >= 0), -1)
    if source < 0:
        return []
    bound, operation = recording.places[event.place], recording.events[source]
    place = recording.places[operation.place]
    if bound.kind == "augmented":
        amount = recording.places[bound.operands[-1]].text if bound.operands and bound.operands[-1] >= 0 else place.text
        return [_operand(recording, amount, operation, bound.operator)] if operation.value is not None else []
    if place.kind not in ("operator", "call") or operation.step != event.step:
        return []
    texts = _texts(recording, place.operands, len(operation.operands))
    operands = []
    for at, number in enumerate(operation.operands):
        operand = recording.events[number] if number >= 0 else None
        if operand is None or operand.value is None:
            continue
        if place.kind == "call" and recording.places[operand.place].kind == "constant":
            continue  # an axis or a shape
        sign = place.operator if at and place.kind == "operator" else ""
        operands.append(_operand(recording, texts[at], operand, sign))
    return operands


def _operand(recording: Recording, text: str, event: Event, sign: str) -> NamedArray:
    assert event.value is not None  # the caller has looked
    return NamedArray(text, recording.values[event.value], "operand", sign)


def _texts(recording: Recording, places: Sequence[int], count: int) -> list[str]:
    """Return how the operands are written; a call without a receiver has a place for it that is none."""
    known = list(places)[len(places) - count :] if len(places) >= count else [*places, *[-1] * (count - len(places))]
    return [recording.places[place].text if place >= 0 else "" for place in known]
