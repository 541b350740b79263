"""Reading shipped scenarios without pydantic, which takes 55 ms to import and to inspect the dataclasses.

They are known to be valid (the tests read each of them both ways), so lists only have to become tuples, and objects
dataclasses. `file` defines what a file may contain.
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

_PARTS: Mapping[tuple[type, str], type] = {
    (Scenario, "data"): DataSpec,
    (Scenario, "layers"): Layer,
    (Scenario, "initial"): InitialSpec,
    (Scenario, "optimiser"): OptimiserSpec,
    (Scenario, "batch"): BatchSpec,
    (Scenario, "penalty"): PenaltySpec,
    (InitialSpec, "weights"): Method,
    (InitialSpec, "biases"): Method,
    (InitialSpec, "layers"): Method,
}
"""The fields that hold a dataclass, or several of one."""


def scenario_of(document: Mapping[str, Any], name: str) -> Scenario:
    """Return the scenario that a valid document describes.

    Parameters
    ----------
    document
        The content of a file, read as JSON.
    name
        The file's name without its ending.
    """
    scenario: Scenario = _make(Scenario, {**document, "name": name})
    return scenario


def _make(kind: type, plain: Mapping[str, Any]) -> Any:
    types = {field.name: str(field.type) for field in fields(kind)}
    return kind(**{name: _value(_PARTS.get((kind, name)), types[name], value) for name, value in plain.items()})


def _value(part: type | None, kind: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value(part, kind, item) for item in value)
    if isinstance(value, dict):
        return _make(part, value) if part else {key: _value(None, kind, item) for key, item in value.items()}
    # JSON may have 1 for 1.0.
    return float(value) if type(value) is int and "float" in kind else value
