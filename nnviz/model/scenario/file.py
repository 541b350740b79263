"""Reading scenario files, one JSON document each, with every problem reported.

pydantic validates them against the dataclasses of `scenario`; it is imported on first use, because an app that only
shows a window should not wait for it. `Scenario.to_json` writes them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnviz.assets import asset
from nnviz.model.data import DATA_SETS
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import FAMILIES
from nnviz.model.network.initialisers import INITIALISERS
from nnviz.model.network.input_features import FEATURES
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.rate_schedules import SCHEDULES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.shipped import scenario_of
from nnviz.model.scenario.validation import Problem, ScenarioError, prepare
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from pydantic import TypeAdapter

BYTES_MAX = 16 * 2**20
"""Bytes of the largest scenario file: a million numbers; to read them takes 300 MB and a second."""


def shipped_scenarios() -> tuple[str, ...]:
    """Return the names of the scenarios that come with nnviz, the first one first."""
    names = sorted(path.stem for path in asset("scenarios").glob("*.json"))
    return ("xor", *(name for name in names if name != "xor"))


def shipped_titles(language: str) -> tuple[tuple[str, str], ...]:
    """Return the names of the shipped scenarios with their titles, without generating samples, which takes long."""
    titles = []
    for name in shipped_scenarios():
        try:
            title = _shipped(name)["title"]
            titles.append((name, str(title.get(language) or title["en"])))
        except _DAMAGED:
            titles.append((name, name))  # opening it says what is wrong with the file
    return tuple(titles)


_DAMAGED = (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError)
"""What reading a shipped file raises that somebody has damaged."""


def _shipped(name: str) -> Any:
    return json.loads(asset("scenarios", f"{name}.json").read_text(encoding="utf-8"))


def find_scenario(name_or_path: str) -> Scenario:
    """Read a scenario by the name of a shipped one or by the path of a file.

    Raises
    ------
    ModelError
        If there is neither.
    ScenarioError
        If the file is not a valid scenario.
    """
    if name_or_path in shipped_scenarios():
        try:
            return scenario_of(_shipped(name_or_path), name_or_path)
        except _DAMAGED:
            return read_scenario(asset("scenarios", f"{name_or_path}.json"))
    path = Path(name_or_path)
    if not is_file(path):
        raise ModelError(
            asked=f"the scenario {name_or_path!r}",
            where="",
            found="neither a shipped scenario nor a file",
            accepted=f"a path to a .json file, or one of: {', '.join(shipped_scenarios())}",
        )
    return read_scenario(path)


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file and check that it can be run.

    Raises
    ------
    ScenarioError
        With every problem found, each with its field.
    """
    _check_size(path)
    try:
        # Editors on Windows may write a byte order mark at the beginning.
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"the file {path}", [Problem("file", str(error), "a readable UTF-8 text file")]) from error
    return scenario_from_json(text, name=path.stem)


def scenario_from_json(text: str, name: str = "") -> Scenario:
    """Read a scenario from JSON text and check that it can be run.

    Raises
    ------
    ScenarioError
        With every problem found, each with its field.
    """
    from pydantic import ValidationError

    from nnviz.model.scenario.file_problems import problems_of

    asked = f"the scenario {name}" if name else "the scenario"
    if len(text) > BYTES_MAX:
        raise ScenarioError(asked, [_too_large(len(text))])
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScenarioError(asked, [Problem("file", str(error) or "nothing", "a JSON document")]) from None
    if isinstance(document, dict):
        document.pop("$schema", None)
    try:
        # Strict, so that "3" is not a number; as JSON, so that lists are accepted as tuples.
        scenario = _adapter().validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        raise ScenarioError(asked, problems_of(error, Scenario)) from None
    if scenario.name:
        raise ScenarioError(asked, [Problem("name", repr(scenario.name), "no such field: the file's name is it")])
    scenario = replace(scenario, name=name)
    prepare(scenario)
    return scenario


def _check_size(path: Path) -> None:
    """Refuse a file that would take very much memory, before it is read."""
    try:
        size = path.stat().st_size
    except OSError:
        return  # reading it says why
    if size > BYTES_MAX:
        raise ScenarioError(f"the file {path}", [_too_large(size)])


def _too_large(size: int) -> Problem:
    found = filled(QT_TRANSLATE_NOOP("model", "{size} MB"), size=f"{size / 2**20:.1f}")
    accepted = QT_TRANSLATE_NOOP(
        "model", "at most {most} MB: read as JSON it takes 20 times the memory; more samples are opened as a data file"
    )
    return Problem("file", found, filled(accepted, most=BYTES_MAX // 2**20))


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of scenario files, with the names that every table accepts."""
    schema = _adapter().json_schema()
    schema["title"] = "nnviz scenario"
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    del schema["properties"]["name"]
    schema["properties"]["$schema"] = {"type": "string"}
    parts = schema["$defs"]
    with_number = {"pattern": rf"^({'|'.join(FAMILIES)})\([0-9.e+-]+\)$"}
    parts["Layer"]["properties"]["activation"]["anyOf"] = [{"enum": list(ACTIVATIONS)}, with_number]
    parts["OptimiserSpec"]["properties"]["kind"]["enum"] = list(METHODS)
    parts["ScheduleSpec"]["properties"]["kind"]["enum"] = list(SCHEDULES)
    parts["PenaltySpec"]["properties"]["kind"]["enum"] = ["none", *PENALTIES]
    parts["DataSpec"]["properties"]["kind"]["enum"] = [*DATA_SETS, "explicit", "file"]
    parts["DataSpec"]["properties"]["features"]["anyOf"][0]["items"]["enum"] = list(FEATURES)
    schema["properties"]["loss"]["enum"] = list(LOSSES)
    for part in parts.values():
        if "method" in part.get("properties", {}):
            part["properties"]["method"]["enum"] = list(INITIALISERS)
    return dict(schema)


@cache
def _adapter() -> TypeAdapter[Scenario]:
    from pydantic import TypeAdapter

    return TypeAdapter(Scenario)
