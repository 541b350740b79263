"""The receipt of an update: every line with its numbers, in four formats."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

import nnviz
from nnviz.model.receipt.formats import SUFFIXES, receipt_text
from nnviz.model.receipt.latex_signs import latex_of
from nnviz.model.receipt.receipt import receipt_of
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import MINUS, exact


@pytest.fixture(scope="module")
def session() -> nnviz.Session:
    session = nnviz.Session(Scenario.load("xor"))
    session.step_update(3)
    return session


def test_that_json_holds_every_line_to_the_last_digit(session) -> None:
    told = json.loads(receipt_text(receipt_of(session.snapshot()), ".json"))
    assert [line["number"] for line in told["lines"]] == list(range(1, 16))
    for line in told["lines"]:
        np.testing.assert_array_equal(line["result"]["values"], np.atleast_2d(session.value(line["result"]["symbol"])))
    assert told["update"] == 3


def test_that_what_the_update_began_with_is_the_value_before(session) -> None:
    receipt = receipt_of(session.snapshot())
    before = nnviz.Session(Scenario.load("xor"))
    before.step_update(2)
    arrays = {array.symbol: array.values for array in receipt.given}
    np.testing.assert_array_equal(arrays["W1"], before.value("W1"))
    assert {"X", "Y", "W1", "b1", "W2", "b2"} == set(arrays)


@pytest.mark.parametrize("suffix", [".md", ".html", ".tex"])
def test_that_every_line_and_its_digits_are_written(session, suffix) -> None:
    text = receipt_text(receipt_of(session.snapshot()), suffix, is_exact=True)
    for value in session.value("W1").flat:
        written = exact(value).replace("-", "-" if suffix == ".tex" else MINUS)
        assert written in text
    assert text.count("\\tag{") == 15 or "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)" in text


def test_that_a_chosen_sample_has_its_columns_alone(session) -> None:
    receipt = receipt_of(session.snapshot(), sample=2)
    by_symbol = {line.result.symbol: line.result.values for line in receipt.lines}
    np.testing.assert_array_equal(by_symbol["A1"], session.value("A1")[:, 2:3])
    assert by_symbol["dW1"].shape == (3, 2)
    with pytest.raises(nnviz.ModelError, match="1, 2, 3, 4"):
        receipt_of(session.snapshot(), sample=9)


def test_that_a_chosen_cell_is_written_out(session) -> None:
    receipt = receipt_of(session.snapshot(), cell=("delta2", (0, 1)))
    assert receipt.cell[0] == "δ²₁₂ = a²₁₂ − y₁₂"
    assert "δ²₁₂" in receipt_text(receipt, ".md")
    assert r"\delta^{2}_{12}" in receipt_text(receipt, ".tex")


def test_that_a_receipt_ends_where_the_update_has_come_to(session) -> None:
    begun = nnviz.Session(Scenario.load("xor"))
    with pytest.raises(nnviz.ModelError, match="at least one line"):
        receipt_of(begun.snapshot())
    begun.step_line(6)
    assert len(receipt_of(begun.snapshot()).lines) == 6


def test_that_a_receipt_is_in_the_language_and_convention_of_the_person(session) -> None:
    told = receipt_text(receipt_of(session.snapshot(), language="zh_CN"), ".md", language="zh_CN")
    assert "## 反向传播" in told
    rows = nnviz.Session(Scenario.load("three-class-spiral"))
    rows.step_update()
    receipt = receipt_of(rows.snapshot())
    assert receipt.given[0].shape == np.shape(receipt.given[0].values)


def test_that_another_ending_is_refused(session) -> None:
    with pytest.raises(nnviz.ModelError, match=r"\.md, \.tex, \.html, \.json"):
        receipt_text(receipt_of(session.snapshot()), ".docx")
    assert set(SUFFIXES) == {".md", ".tex", ".html", ".json"}


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        (
            "δ¹ = (W²ᵀ · δ²) ⊙ tanh′(Z¹)",
            r"\delta^{1} = (W^{2\top} \cdot \delta^{2}) \odot \mathrm{tanh}^{\prime}(Z^{1})",
        ),
        ("W¹ ← W¹ − η ∂L/∂W¹", r"W^{1} \leftarrow W^{1} - \eta \partial L/\partial W^{1}"),
        ("s / (√ŝ + ε)", r"s / (\sqrt ŝ + \varepsilon)"),
    ],
)
def test_that_formulas_become_latex(text, latex) -> None:
    assert latex_of(text) == latex


@pytest.mark.parametrize("name", ["bowl-adam", "logistic-l2-3-2-1", "xor-evolution", "three-class-spiral", "mazur"])
def test_that_latex_has_no_sign_that_it_cannot_set(name) -> None:
    session = nnviz.Session(Scenario.load(name))
    session.step_update()
    text = receipt_text(receipt_of(session.snapshot()), ".tex")
    assert set(re.findall(r"[^\x00-\x7f]", text.split("\\subsection", 1)[1])) <= set("ŝ")
