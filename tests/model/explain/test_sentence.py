"""Sentences are translated first; then symbols, cells and numbers are written as everywhere else."""

import pytest

from nnviz.model.explain.sentence import Sentence
from nnviz.model.program.expression import Symbol
from nnviz.model.program.symbols import Labels
from nnviz.model.session.selection import Cell

SHAPES = {"W1": (3, 2), "dW1": (3, 2)}
SENTENCE = Sentence(
    "{symbol} {cell} {number} {count} {text}",
    {"symbol": Symbol("dW1"), "cell": Cell("W1", 2, 0), "number": -1e-7, "count": 12345, "text": "L < {1}"},
)


@pytest.mark.parametrize(("convention", "cell"), [("columns", "W¹₃₁"), ("rows", "W¹₁₃")])
def test_that_values_are_written_as_everywhere_else(convention, cell):
    written = SENTENCE.write(Labels(), SHAPES, convention=convention)
    assert written == f"∂L/∂W¹ {cell} −1e−7 12\u2009345 L < {{1}}"


def test_that_the_text_is_translated_before_values_are_put_in():
    assert SENTENCE.write(Labels(), SHAPES, translate=lambda text: "见 {cell}" if "{cell}" in text else "") == "见 W¹₃₁"


def test_that_a_documents_own_names_are_used():
    assert Sentence("{symbol}", {"symbol": Symbol("W1")}).write(Labels(own={"W1": "V"}), SHAPES) == "V"
