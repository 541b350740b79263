"""Places of mistakes: each mistake has one, and the menu of no place is long."""

import pytest

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.places import PLACES, by_place, place_of


def test_that_every_mistake_stands_in_one_place_in_the_order_of_an_update() -> None:
    places = by_place(CATALOGUE.values())
    assert list(places) == list(PLACES)
    assert sorted(row.name for rows in places.values() for row in rows) == sorted(CATALOGUE)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("softmax-over-samples", "forward"),
        ("flipped-sign", "output-delta"),
        ("hidden-slope-forgotten", "hidden-delta"),
        ("no-sum", "gradients"),
        ("mean-twice", "averages"),
        ("penalty-over-m", "penalty"),
        ("biases-kept", "update"),
        ("betas-exchanged", "optimiser"),
        ("zero-weights", "setup"),
    ],
)
def test_that_a_mistake_is_where_a_person_looks_for_it(name: str, place: str) -> None:
    assert place_of(CATALOGUE[name]) == place


def test_that_a_place_without_mistakes_is_left_out() -> None:
    assert list(by_place([CATALOGUE["no-mean"]])) == ["gradients"]
