"""Reading shipped scenarios without pydantic, which takes 55 ms to import and to inspect the dataclasses.

They are known to be valid (the tests read each of them both ways), so lists only have to become tuples, and objects
dataclasses. `file` defines what a file may contain; a file that was damaged since does not fit here, and is read by
it, which says what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.schedule_spec import ScheduleSpec

_PARTS: Mapping[tuple[type, str], type] = {
    (Scenario, "data"): DataSpec,
    (Scenario, "layers"): Layer,
    (Scenario, "initial"): InitialSpec,
    (Scenario, "optimiser"): OptimiserSpec,
    (Scenario, "batch"): BatchSpec,
    (Scenario, "penalty"): PenaltySpec,
    (OptimiserSpec, "schedule"): ScheduleSpec,
    (InitialSpec, "weights"): Method,
    (InitialSpec, "biases"): Method,
    (InitialSpec, "layers"): Method,
}
"""The fields that hold a dataclass, or several of one."""

_PLAIN: Mapping[str, type | tuple[type, ...]] = {
    "tuple": list,
    "Row": list,
    "Names": list,
    "Mapping": dict,
    **{part.__name__: dict for part in _PARTS.values()},
    "bool": bool,
    "str": str,
    "int": int,
    "Seed": int,
    "float": (int, float),
}
"""Beginning of a type's text → what JSON has for it."""


def scenario_of(document: Mapping[str, Any], name: str) -> Scenario:
    """Return the scenario that a valid document describes.

    Parameters
    ----------
    document
        The content of a file, read as JSON.
    name
        The file's name without its ending.

    Raises
    ------
    TypeError
        If a value is not of its field's type, or a field is not known or missing.
    """
    if not isinstance(document, dict):
        raise TypeError("not an object")
    scenario: Scenario = _make(Scenario, {**document, "name": name})
    return scenario


def _make(kind: type, plain: Mapping[str, Any]) -> Any:
    types = {field.name: str(field.type) for field in fields(kind)}
    for name, value in plain.items():
        if name in types and not _is_of(types[name], value):
            raise TypeError(name)
    return kind(**{name: _value(_PARTS.get((kind, name)), types[name], value) for name, value in plain.items()})


def _is_of(kind: str, value: Any) -> bool:
    """Return whether a value may be of a type, as far as the type's text shows it; it is enough to find damage."""
    if value is None:
        return "None" in kind
    plain = kind.removeprefix("Annotated[")
    for beginning, accepted in _PLAIN.items():
        if plain.startswith(beginning):
            return isinstance(value, accepted) and (isinstance(value, bool) == (beginning == "bool"))
    return True


def _value(part: type | None, kind: str, value: Any) -> Any:
    if part is not None and not isinstance(value, list | dict):
        raise TypeError(part.__name__)
    if isinstance(value, list):
        return tuple(_value(part, kind, item) for item in value)
    if isinstance(value, dict):
        return _make(part, value) if part else {key: _value(None, kind, item) for key, item in value.items()}
    # JSON may have 1 for 1.0.
    return float(value) if type(value) is int and "float" in kind else value
