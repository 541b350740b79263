"""An example's file that is wrong is refused with every field concerned."""

import json

import pytest

from nnviz import ModelError, ScenarioError
from nnviz.assets import asset
from nnviz.model.examples import find_example
from nnviz.model.examples.library import example_from_json
from nnviz.model.mistakes import CATALOGUE


def changed(**fields: object) -> str:
    document = json.loads(asset("examples", "mazur.json").read_text(encoding="utf-8"))
    return json.dumps({**document, **fields})


def test_that_an_example_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(ModelError, match="mazur"):
        find_example("nobody-published-this")


def test_that_a_field_of_another_type_is_named() -> None:
    with pytest.raises(ScenarioError, match="author"):
        example_from_json(changed(author=3), "mazur")


def test_that_a_name_in_the_file_is_refused() -> None:
    with pytest.raises(ScenarioError, match="name"):
        example_from_json(changed(name="mazur"), "mazur")


def test_that_the_catalogue_counts_its_rows() -> None:
    assert len(CATALOGUE) == len(list(CATALOGUE)) > 70
