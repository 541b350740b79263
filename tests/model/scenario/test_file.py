"""Scenario files: those that come with nnviz run, every number survives, and whatever is wrong is named."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz import ModelError, Scenario, ScenarioError
from nnviz.assets import asset
from nnviz.model.data import DataSpec
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario import file
from nnviz.model.scenario.file import (
    find_scenario,
    json_schema,
    read_scenario,
    scenario_from_json,
    shipped_scenarios,
    shipped_titles,
)
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session

SHIPPED = (
    "xor", "circle", "planar-flower", "sine", "spiral", "three-class-spiral", "worked-example-2-3-1", "xor-stuck",
)  # fmt: skip

MINIMAL = {
    "title": {"en": "Test"},
    "data": {"kind": "xor"},
    "layers": [{"units": 2, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}],
    "loss": "binary-cross-entropy",
}


def problems_of(document) -> dict[str, tuple[str, str]]:
    """Read a document that is wrong; return what was found and what is accepted, by field."""
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_json(text)
    for problem in caught.value.problems:
        assert problem.field in str(caught.value)
        assert problem.found in str(caught.value)
        assert problem.accepted in str(caught.value)
    return {problem.field: (problem.found, problem.accepted) for problem in caught.value.problems}


# Those that come with nnviz ---------------------------------------------------------------------------------------


def test_that_xor_comes_first_and_none_is_missing():
    assert shipped_scenarios()[0] == "xor"
    assert set(SHIPPED) <= set(shipped_scenarios())


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_a_shipped_scenario_runs(name):
    session = Session(Scenario.load(name))
    session.step_update(3)
    assert session.position.update == 3
    assert np.isfinite(session.loss)
    assert session.scenario.name == name


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_a_shipped_scenario_says_what_to_look_for(name, language):
    scenario = Scenario.load(name)
    assert scenario.title[language]
    assert len(scenario.text[language]) > 20
    assert scenario.title_in(language) == scenario.title[language]
    assert scenario.text_in(language) == scenario.text[language]


def test_that_a_language_without_a_text_gets_the_english_one():
    scenario = Scenario.from_json(json.dumps(MINIMAL | {"text": {"en": "Look."}}))
    assert scenario.title_in("fr") == "Test"
    assert scenario.text_in("zh_CN") == "Look."


@pytest.mark.parametrize("name", shipped_scenarios())
def test_that_a_shipped_scenario_survives_being_written_and_read(name):
    scenario = replace(Scenario.load(name), name="")
    assert Scenario.from_json(scenario.to_json()) == scenario


DAMAGES = {
    "empty": lambda text: "",
    "cut short": lambda text: text[: len(text) // 2],
    "no text": lambda text: "\0\1\2",
    "a list": lambda text: "[1, 2]",
    "a number": lambda text: "3",
    "null": lambda text: "null",
    "deep": lambda text: "[" * 100_000,
    "no title": lambda text: text.replace('"title"', '"titel"'),
    "no layers": lambda text: json.dumps({k: v for k, v in json.loads(text).items() if k != "layers"}),
    "layers are text": lambda text: json.dumps(json.loads(text) | {"layers": "two"}),
    "layers are numbers": lambda text: json.dumps(json.loads(text) | {"layers": [2, 1]}),
    "data is a list": lambda text: json.dumps(json.loads(text) | {"data": [1]}),
    "seed is text": lambda text: json.dumps(json.loads(text) | {"seed": "one"}),
    "title is text": lambda text: json.dumps(json.loads(text) | {"title": "XOR"}),
    "mistakes are text": lambda text: json.dumps(json.loads(text) | {"mistakes": "flipped-sign"}),
    "rate is text": lambda text: json.dumps(json.loads(text) | {"optimiser": {"learning_rate": "fast"}}),
    "loss is null": lambda text: json.dumps(json.loads(text) | {"loss": None}),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_that_a_damaged_shipped_scenario_is_refused_in_words_and_the_others_are_not(tmp_path, monkeypatch, damage):
    for name in ("xor", "circle"):
        text = asset("scenarios", f"{name}.json").read_text(encoding="utf-8")
        written = DAMAGES[damage](text) if name == "xor" else text
        (tmp_path / f"{name}.json").write_text(written, encoding="utf-8")
    monkeypatch.setattr(file, "asset", lambda *parts: tmp_path.joinpath(*parts[1:]))
    with pytest.raises(ScenarioError) as caught:
        find_scenario("xor")
    assert "xor" in str(caught.value)
    assert find_scenario("circle").title["en"]
    titles = dict(shipped_titles("en"))
    assert titles["circle"] == find_scenario("circle").title["en"]
    assert titles["xor"]


def test_that_a_text_that_is_too_long_is_refused_before_it_is_read():
    with pytest.raises(ScenarioError, match="20 times the memory"):
        scenario_from_json(" " * (file.BYTES_MAX + 1))


def test_that_a_file_that_is_too_long_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "long.json"
    with path.open("wb") as opened:
        opened.truncate(file.BYTES_MAX + 1)
    with pytest.raises(ScenarioError, match=r"16\.0 MB"):
        read_scenario(path)


def test_that_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(ScenarioError, match=r"gone\.json"):
        read_scenario(tmp_path / "gone.json")


def test_that_xor_learns_within_a_thousand_updates():
    session = Session(Scenario.load("xor"))
    session.step_update(1000)
    assert session.loss < 0.05
    assert session.accuracy == 1.0


# Writing and reading ----------------------------------------------------------------------------------------------

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(
    numbers=st.lists(NUMBERS, min_size=4, max_size=4),
    rate=st.floats(0, 1e300),
    seed=st.integers(0, 2**32 - 1),
    title=st.text(st.characters(exclude_categories=["Cs"])),
)
@pytest.mark.slow
def test_that_every_number_survives_to_the_last_bit(numbers, rate, seed, title):
    scenario = Scenario(
        title={"en": title},
        data=DataSpec("explicit", inputs=tuple((x,) for x in numbers), targets=tuple((-x,) for x in numbers)),
        layers=(Layer(1, "identity"),),
        loss="half-squared",
        initial=InitialSpec(values={"W1": ((numbers[0],),)}),
        optimiser=OptimiserSpec("momentum", rate, {"mu": 1 / 3}),
        penalty=PenaltySpec("l2", rate),
        seed=seed,
    )
    read = Scenario.from_json(scenario.to_json())
    assert read == scenario
    bits = np.array([x for row in scenario.data.inputs for x in row]).tobytes()
    assert np.array([x for row in read.data.inputs for x in row]).tobytes() == bits


def test_that_a_saved_scenario_is_read_from_its_file(tmp_path):
    path = tmp_path / "mine.json"
    scenario = replace(Scenario.load("planar-flower"), seed=7)
    scenario.save(path)
    assert Scenario.load(path) == replace(scenario, name="mine")
    assert Scenario.load(str(path)) == Scenario.load(path)


def test_that_a_file_may_name_its_schema_and_begin_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(MINIMAL | {"$schema": "scenario.schema.json"}), encoding="utf-8-sig")
    assert Scenario.load(path).layers == (Layer(2, "tanh"), Layer(1, "sigmoid"))


def test_that_defaults_are_not_written():
    spelled_out = MINIMAL | {"batch": {"size": "full"}, "seed": 0, "optimiser": {"learning_rate": 0.1}}
    assert json.loads(Scenario.from_json(json.dumps(spelled_out)).to_json()) == MINIMAL


# What is wrong with a file ----------------------------------------------------------------------------------------


def test_that_an_unknown_name_is_reported_with_those_there_are():
    with pytest.raises(ModelError, match=r"'xorr'.*neither a shipped scenario nor a file.*xor, .*circle"):
        Scenario.load("xorr")


@pytest.mark.parametrize(
    ("content", "accepted"),
    [
        (b"", "JSON"),
        (b'{"title": ', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"title: Test", "JSON"),
        (b"[1, 2]", "an object"),
        (b"null", "an object"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "UTF-8"),
    ],
)
def test_that_a_file_that_is_no_scenario_is_reported(tmp_path, content, accepted):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(ScenarioError, match="broken") as caught:
        Scenario.load(path)
    (problem,) = caught.value.problems
    assert problem.field == "file"
    assert accepted in problem.accepted


def test_that_a_file_that_cannot_be_read_is_reported(tmp_path, monkeypatch):
    path = tmp_path / "secret.json"
    path.write_text(json.dumps(MINIMAL))

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", refuse)  # permissions do not hold for root
    with pytest.raises(ScenarioError, match="Permission denied"):
        Scenario.load(path)


def test_that_a_directory_is_no_scenario(tmp_path):
    with pytest.raises(ModelError, match="neither a shipped scenario nor a file"):
        Scenario.load(tmp_path)


def test_that_the_position_of_a_syntax_error_is_reported():
    assert "line 2 column 1" in problems_of('{"title": {"en": "a"},\n}')["file"][0]


@pytest.mark.parametrize(
    ("changes", "field", "found", "accepted"),
    [
        ({"colour": "red"}, "colour", '"red"', "no such field; there are title, data, layers"),
        ({"name": "me"}, "name", "'me'", "no such field"),
        ({"data": {"kind": "xor", "sample": 4}}, "data.sample", "4", "no such field; there are kind, samples"),
        (
            {"layers": [{"units": 1, "activation": "sigmoid", "slope": 0}]},
            "layers[0].slope",
            "0",
            "units, activation, bias",
        ),
        ({"initial": {"weights": {"methd": "he"}}}, "initial.weights.methd", '"he"', "there are method, parameter"),
        ({"layers": [{"units": "3", "activation": "tanh"}]}, "layers[0].units", '"3"', "a whole number"),
        ({"layers": [{"units": 1.0, "activation": "tanh"}]}, "layers[0].units", "1.0", "a whole number"),
        ({"layers": {"units": 1}}, "layers", '{"units": 1}', "a list"),
        ({"layers": [{"activation": "tanh"}]}, "layers[0].units", "nothing", "needed"),
        ({"seed": True}, "seed", "true", "a whole number"),
        ({"seed": -1}, "seed", "-1", "0 or more"),
        ({"seed": 2**32}, "seed", str(2**32), f"{2**32 - 1} or less"),
        ({"train_biases": "yes"}, "train_biases", '"yes"', "true or false"),
        ({"title": "XOR"}, "title", '"XOR"', "an object"),
        ({"title": {"en": 3}}, "title.en", "3", "text"),
        ({"optimiser": {"learning_rate": "fast"}}, "optimiser.learning_rate", '"fast"', "a number"),
        ({"optimiser": {"learning_rate": -0.1}}, "optimiser.learning_rate", "-0.1", "0.0 or more"),
        ({"optimiser": {"learning_rate": float("nan")}}, "optimiser.learning_rate", "NaN", "a finite number"),
        ({"penalty": {"rate": float("inf")}}, "penalty.rate", "Infinity", "a finite number"),
        ({"batch": {"size": 0}}, "batch.size", "0", "'full' or 1 or more"),
        ({"batch": {"size": "half"}}, "batch.size", '"half"', "'full' or a whole number"),
        ({"batch": {"order": "random"}}, "batch.order", '"random"', "'fixed' or 'shuffled'"),
        ({"convention": "both"}, "convention", '"both"', "'columns' or 'rows'"),
        ({"format": 2}, "format", "2", "1"),
        ({"initial": {"values": {"W1": [["x"]]}}}, "initial.values.W1[0][0]", '"x"', "a number"),
    ],
)
def test_that_a_field_of_the_wrong_kind_is_named(changes, field, found, accepted):
    problems = problems_of(MINIMAL | changes)
    assert list(problems) == [field]
    assert problems[field][0] == found
    assert accepted in problems[field][1]


@pytest.mark.parametrize(
    ("changes", "field", "accepted"),
    [
        ({"loss": "mse"}, "loss", "half-squared, squared"),
        ({"layers": []}, "layers", "at least the output layer"),
        ({"layers": [{"units": 1, "activation": "sigmoidal"}]}, "layers[0].activation", "identity, sigmoid, tanh"),
        ({"optimiser": {"kind": "sgd"}}, "optimiser.kind", "gradient-descent, momentum"),
        ({"optimiser": {"kind": "adam", "settings": {"mu": 0.9}}}, "optimiser.settings.mu", "beta1, beta2, epsilon"),
        ({"optimiser": {"settings": {"mu": 0.9}}}, "optimiser.settings.mu", "none at all"),
        ({"optimiser": {"kind": "momentum", "settings": {"mu": 2.0}}}, "optimiser.settings.mu", "0.0 to 1.0"),
        ({"penalty": {"kind": "l3"}}, "penalty.kind", "none, l1, l2"),
        ({"data": {"kind": "mnits"}}, "data.kind", "xor, "),
        ({"data": {"kind": "explicit"}}, "data.inputs", "a row of numbers for each sample"),
        ({"labels": {"Q1": "q"}}, "labels", "W1, Z1"),
        ({"initial": {"weights": {"method": "magic"}}}, "initial.weights.method", "zeros, constant"),
        ({"initial": {"values": {"W1": [[1, 2, 3]]}}}, "initial.values.W1", "2×2"),
        (
            {"layers": [{"units": 2, "activation": "softmax"}, {"units": 1, "activation": "sigmoid"}]},
            "layers[0].activation",
            "identity, sigmoid",
        ),
        ({"loss": "categorical-cross-entropy"}, "loss", "a softmax output layer"),
        (
            {"loss": "categorical-cross-entropy", "layers": [{"units": 1, "activation": "softmax"}]},
            "layers[0].units",
            "2 or more outputs",
        ),
        (
            {"data": {"kind": "three-class-spiral"}, "layers": [{"units": 1, "activation": "sigmoid"}]},
            "layers[0].units",
            "3 or more outputs",
        ),
        ({"data": {"kind": "explicit", "inputs": [[1.0]], "targets": [[2.0]]}}, "data.targets", "0 to 1"),
        (
            {"loss": "hinge", "data": {"kind": "explicit", "inputs": [[1.0]], "targets": [[0.5]]}},
            "data.targets",
            "-1 and 1",
        ),
        ({"targets": "plus-minus-one"}, "targets", "0 to 1"),
    ],
)
def test_that_what_does_not_fit_is_named_with_what_would(changes, field, accepted):
    problems = problems_of(MINIMAL | changes)
    assert list(problems) == [field]
    assert accepted in problems[field][1]


def test_that_targets_of_categorical_cross_entropy_must_be_distributions():
    rows = {"kind": "explicit", "inputs": [[1.0], [2.0]], "targets": [[0.5, 0.5], [0.5, 0.6]]}
    layers = [{"units": 2, "activation": "softmax"}]
    changes = {"data": rows, "layers": layers, "loss": "categorical-cross-entropy"}
    assert "sum to 1" in problems_of(MINIMAL | changes)["data.targets"][1]
    rows["targets"][1] = [0.4, 0.6]
    Session(Scenario.from_json(json.dumps(MINIMAL | changes))).step_update()


def test_that_all_fields_of_the_wrong_kind_are_reported_at_once():
    wrong = {"data": {"kind": "xor", "noise": "much"}, "layers": [{"units": 0, "activation": 1}], "batch": {"size": -1}}
    document = MINIMAL | wrong | {"extra": 1}
    del document["loss"]
    assert set(problems_of(document)) == {
        "data.noise", "layers[0].units", "layers[0].activation", "batch.size", "extra", "loss",
    }  # fmt: skip


def test_that_all_unknown_names_are_reported_at_once():
    wrong = {
        "data": {"kind": "nothing"},
        "layers": [{"units": 2, "activation": "a"}, {"units": 2, "activation": "b"}],
        "loss": "c",
        "optimiser": {"kind": "d"},
        "penalty": {"kind": "e"},
    }
    assert set(problems_of(MINIMAL | wrong)) == {
        "data.kind", "layers[0].activation", "layers[1].activation", "loss", "optimiser.kind", "penalty.kind",
    }  # fmt: skip


def test_that_a_script_s_numbers_are_checked_as_a_file_s_are():
    scenario = replace(
        Scenario.load("xor"),
        seed=-1,
        layers=(Layer(0, "tanh"), Layer(10**9, "sigmoid")),
        optimiser=OptimiserSpec("gradient-descent", float("inf")),
    )
    with pytest.raises(ScenarioError) as caught:
        Session(scenario)
    fields = {problem.field for problem in caught.value.problems}
    assert fields >= {"seed", "layers[0].units", "layers[1].units", "optimiser.learning_rate"}


# The schema -------------------------------------------------------------------------------------------------------


def resolved(schema, part):
    return schema["$defs"][part["$ref"].rsplit("/", 1)[-1]] if "$ref" in part else part


def faults(schema, part, value, where="") -> list[str]:
    """Check a value against what of JSON schema ours uses."""
    part = resolved(schema, part)
    if "anyOf" in part:
        found = [faults(schema, option, value, where) for option in part["anyOf"]]
        return [] if any(not one for one in found) else found[0]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    if "type" in part and part["type"] != "null" and not isinstance(value, kinds[part["type"]]):
        return [f"{where}: {value!r} is no {part['type']}"]
    if part.get("type") == "null" and value is not None:
        return [f"{where}: not null"]
    if "enum" in part and value not in part["enum"]:
        return [f"{where}: {value!r} is none of {part['enum']}"]
    if "pattern" in part and not re.search(part["pattern"], value):
        return [f"{where}: {value!r} is not like {part['pattern']}"]
    if "const" in part and value != part["const"]:
        return [f"{where}: {value!r} is not {part['const']!r}"]
    if (
        not part.get("minimum", -np.inf)
        <= (value if isinstance(value, int | float) else 0)
        <= part.get("maximum", np.inf)
    ):
        return [f"{where}: {value!r} is out of range"]
    below = []
    if isinstance(value, dict):
        properties = part.get("properties", {})
        below += [f"{where}: {name} is missing" for name in part.get("required", ()) if name not in value]
        for name, item in value.items():
            extra = part.get("additionalProperties", True)
            if name in properties:
                below += faults(schema, properties[name], item, f"{where}.{name}")
            elif isinstance(extra, dict):
                below += faults(schema, extra, item, f"{where}.{name}")
            elif not extra:
                below.append(f"{where}: no field {name}")
    if isinstance(value, list) and "items" in part:
        for number, item in enumerate(value):
            below += faults(schema, part["items"], item, f"{where}[{number}]")
    return below


SCHEMA = json.loads(asset("scenario.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "zh_CN", "fr"])
def test_that_titles_are_those_of_the_scenarios(language):
    assert shipped_titles(language) == tuple(
        (name, find_scenario(name).title_in(language)) for name in shipped_scenarios()
    )


def test_that_the_shipped_schema_is_up_to_date():
    assert json.loads(json.dumps(json_schema())) == SCHEMA
    text = asset("scenario.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", shipped_scenarios())
def test_that_the_schema_accepts_the_shipped_scenarios(name):
    document = json.loads(asset("scenarios", f"{name}.json").read_text(encoding="utf-8"))
    assert faults(SCHEMA, SCHEMA, document) == []
    assert faults(SCHEMA, SCHEMA, document | {"$schema": "x"}) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "x"},
        {"loss": "mse"},
        {"layers": [{"units": 0, "activation": "tanh"}]},
        {"layers": [{"units": 1, "activation": "magic"}]},
        {"layers": [{"units": 1, "activation": "tanh", "bias": 1}]},
        {"optimiser": {"kind": "sgd"}},
        {"penalty": {"kind": "l3"}},
        {"data": {"kind": "mnits"}},
        {"initial": {"weights": {"method": "magic"}}},
        {"batch": {"size": 0}},
        {"seed": -1},
    ],
)
def test_that_the_schema_refuses_what_the_reader_refuses(changes):
    document = MINIMAL | changes
    assert faults(SCHEMA, SCHEMA, MINIMAL) == []
    assert faults(SCHEMA, SCHEMA, document)
    assert problems_of(document)


# Without Qt -------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_importing_and_running_nnviz_needs_neither_qt_nor_pydantic():
    program = """
import sys, nnviz
from nnviz.model.data import DataSpec
from nnviz.model.network.network import Layer
scenario = nnviz.Scenario({"en": "t"}, DataSpec("xor"), (Layer(1, "sigmoid"),), "binary-cross-entropy")
nnviz.Session(scenario).step_update(2)
print([name for name in ("PyQt6", "pydantic", "pyqtgraph") if name in sys.modules])
nnviz.Scenario.load("xor")
print([name for name in ("PyQt6", "pyqtgraph") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert (run.stdout.split("\n"), run.stderr) == (["[]", "[]", ""], "")


def test_that_an_initialiser_s_number_is_written():
    spec = InitialSpec(weights=Method("uniform", 0.25), generator="legacy", order=("W1", "W2"))
    scenario = replace(Scenario.from_json(json.dumps(MINIMAL)), initial=spec)
    assert Scenario.from_json(scenario.to_json()).initial == spec


@pytest.mark.parametrize("name", shipped_scenarios())
def test_that_a_shipped_scenario_is_what_its_file_is_read_as_with_all_checks(name: str) -> None:
    read = read_scenario(asset("scenarios", f"{name}.json"))
    # Also which numbers are whole: 1 and 1.0 are equal.
    assert (find_scenario(name), repr(find_scenario(name))) == (read, repr(read))
