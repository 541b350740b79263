"""The table of learners' scripts says what is true: central differences agree, without anything of the package."""

import importlib.util
import json
import sys
import traceback
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parents[2] / "fixtures" / "scripts"
TABLE = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))

_SPEC = importlib.util.spec_from_file_location("scripts_proof", Path(__file__).with_name("proof.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
proof = importlib.util.module_from_spec(_SPEC)
sys.modules["scripts_proof"] = proof  # a dataclass looks its module up
_SPEC.loader.exec_module(proof)

SCRIPTS = {name: proof.Script(FOLDER, name, entry) for name, entry in TABLE.items()}
RIGHT = [name for name, entry in TABLE.items() if entry["right"]]
WRONG = [name for name, entry in TABLE.items() if entry["right"] is False]
RAISING = [name for name, entry in TABLE.items() if entry.get("raised")]
PROVED = [name for name, entry in TABLE.items() if "proof" in entry]

NUMPY = tuple(int(part) for part in np.__version__.split(".")[:2])


def supported(name: str) -> None:
    """Skip a script whose raising belongs to a newer numpy."""
    needs = TABLE[name].get("numpy", [0, 0])
    if tuple(needs) > NUMPY:
        pytest.skip(f"raises from numpy {needs[0]}.{needs[1]} on")


def test_every_script_of_the_folder_has_its_row() -> None:
    parts = {part for entry in TABLE.values() for part in entry.get("files", [])}
    found = {path.name for path in FOLDER.iterdir() if path.suffix in {".py", ".ipynb"}}
    assert found == set(TABLE) | parts


@pytest.mark.parametrize("name", WRONG)
def test_the_first_wrong_line_is_in_the_source(name: str) -> None:
    wrong = TABLE[name]["first_difference"]
    lines = SCRIPTS[name].sources()[SCRIPTS[name].first_wrong()].split("\n")
    assert lines[wrong["line"] - 1].strip() == wrong["source"]


@pytest.mark.sample(5)
@pytest.mark.parametrize("name", [name for name in RIGHT if name in PROVED])
@pytest.mark.slow
@pytest.mark.no_cover
def test_a_right_script_changes_its_parameters_by_the_rate_times_the_gradient(name: str) -> None:
    script = SCRIPTS[name]
    assert proof.worst(script, script.sources()) < TABLE[name]["proof"].get("tolerance", 1e-5)


@pytest.mark.sample(6)
@pytest.mark.parametrize("name", [name for name in WRONG if name in PROVED and name not in RAISING])
@pytest.mark.slow
@pytest.mark.no_cover
def test_a_wrong_script_does_not_and_does_with_its_mended_line(name: str) -> None:
    script = SCRIPTS[name]
    assert proof.worst(script, script.sources()) > 1e-4
    assert proof.worst(script, script.mended()) < TABLE[name]["proof"].get("tolerance", 1e-5)


@pytest.mark.parametrize("name", RAISING)
@pytest.mark.slow
def test_a_script_that_raises_does_so_in_its_line_and_not_when_mended(name: str) -> None:
    supported(name)
    script, raised = SCRIPTS[name], TABLE[name]["raised"]
    with pytest.raises(Exception, match=raised["match"]) as caught:
        script.compile(script.sources())(None if "proof" not in TABLE[name] else proof.Run(0))
    own = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename in script.sources()]
    assert type(caught.value).__name__ == raised["type"]
    assert raised["line"] <= own[-1].lineno <= raised.get("end_line", raised["line"])
    if "proof" in TABLE[name]:
        assert proof.worst(script, script.mended()) < TABLE[name]["proof"].get("tolerance", 1e-5)


@pytest.mark.sample(6)
@pytest.mark.parametrize(
    "name", [name for name, entry in TABLE.items() if not entry.get("long") and name not in RAISING]
)
@pytest.mark.slow
def test_a_script_runs_to_its_end(name: str) -> None:
    entry = {key: value for key, value in TABLE[name].items() if key != "proof"}
    names = proof.Script(FOLDER, name, entry).compile(SCRIPTS[name].sources())(None)
    assert names["__name__"] == "__main__"
