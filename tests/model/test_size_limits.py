"""Layers, parameters, batches, texts and files that would take too much time or memory are refused with the reason."""

import json
from dataclasses import replace

import pytest

from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.files.source import MOST_PASTED, pasted
from nnviz.model.errors import ModelError
from nnviz.model.limits import Longest, limit_at
from nnviz.model.network.network import LAYERS_MAX, UNITS_MAX, Layer
from nnviz.model.playground import read_link
from nnviz.model.scenario.file import BYTES_MAX, find_scenario, read_scenario, scenario_from_json
from nnviz.model.scenario.scenario import TEXT, TITLE, Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.session import Session


def as_file(scenario: Scenario) -> Scenario:
    return scenario_from_json(scenario.to_json())


def refusal(take, scenario: Scenario) -> str:
    with pytest.raises(ModelError) as caught:
        take(scenario)
    return str(caught.value)


@pytest.mark.parametrize("take", [as_file, prepare, Session], ids=["file", "script", "session"])
@pytest.mark.parametrize("count", [LAYERS_MAX + 1, 10_000])
def test_that_very_many_layers_are_refused_with_the_reason(take, count: int) -> None:
    xor = find_scenario("xor")
    text = refusal(take, replace(xor, layers=(*(Layer(2, "tanh"),) * (count - 1), xor.layers[-1])))
    assert f"at most {LAYERS_MAX} layers" in text
    assert "takes seconds" in text


def test_that_as_many_layers_as_are_allowed_run() -> None:
    xor = find_scenario("xor")
    Session(replace(xor, layers=(*(Layer(2, "tanh"),) * (LAYERS_MAX - 1), xor.layers[-1]))).step_update()


@pytest.mark.parametrize("take", [as_file, prepare], ids=["file", "script"])
def test_that_a_wide_layer_is_refused_with_the_reason(take) -> None:
    xor = find_scenario("xor")
    text = refusal(take, replace(xor, layers=(Layer(UNITS_MAX + 1, "tanh"), *xor.layers[1:])))
    assert "128 MB" in text


def test_that_very_many_parameters_are_refused_before_they_are_drawn() -> None:
    xor = find_scenario("xor")
    text = refusal(prepare, replace(xor, layers=(*(Layer(UNITS_MAX, "tanh"),) * 40, xor.layers[-1])))
    assert "parameters" in text
    assert "160 MB" in text


def test_that_a_very_large_batch_through_wide_layers_is_refused() -> None:
    spiral = find_scenario("spiral")
    data = replace(spiral.data, samples=100_000)
    layers = (Layer(2000, "tanh"), *spiral.layers[1:])
    BatchSpec("full")
    assert "samples in a batch through" in refusal(
        prepare, replace(spiral, data=data, layers=layers, batch=BatchSpec("full"))
    )


@pytest.mark.parametrize("take", [as_file, prepare], ids=["file", "script"])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"title": {"en": "t" * (TITLE.most + 1)}}, "301 characters"),
        ({"text": {"en": "t" * (TEXT.most + 1)}}, "20001 characters"),
        ({"text": {str(i): "t" for i in range(101)}}, "101 of them"),
        ({"labels": {"W1": "V" * 61}}, "61 characters"),
        ({"mistakes": ("flipped",) * 101}, "101 of them"),
    ],
)
def test_that_long_texts_and_lists_are_refused_with_how_long_they_are(take, changes, found: str) -> None:
    text = refusal(take, replace(find_scenario("xor"), **changes)).replace("\u202f", "").replace("\u2009", "")
    assert found in text.replace(" ", " ")
    assert "at most" in text


def test_that_a_large_file_is_refused_before_it_is_read(tmp_path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(BYTES_MAX + 1)
    assert "20 times the memory" in refusal(read_scenario, path)


def test_that_a_long_pasted_text_is_refused() -> None:
    assert "save them as a file" in refusal(pasted, "1," * MOST_PASTED)


def test_that_a_link_with_many_layers_or_weights_is_refused() -> None:
    link = "https://playground.tensorflow.org/#dataset=circle&seed=0.5&networkShape="
    assert "hidden layers" in refusal(read_link, link + ",".join("2" * LAYERS_MAX))
    assert "weights" in refusal(read_link, link + "4096,4096")


def test_that_a_whole_number_with_hundreds_of_digits_is_refused() -> None:
    document = json.loads(find_scenario("xor").to_json())
    document["seed"] = 10**400
    with pytest.raises(ModelError, match="seed"):
        scenario_from_json(json.dumps(document))
    assert "bits" in refusal(prepare, replace(find_scenario("xor"), seed=10**400))


def test_that_a_long_name_of_a_branch_is_refused() -> None:
    session = Session(find_scenario("xor"))
    with pytest.raises(ModelError, match="301 characters"):
        session.rename_branch(session.branch, "b" * 301)


def test_that_a_limit_is_found_by_its_place_in_a_document() -> None:
    assert limit_at(Scenario, ("title", "en"), Longest) is TITLE
    assert limit_at(Scenario, ("seed",), Longest) is None
