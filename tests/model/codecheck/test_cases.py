"""Code as people write it, one file each: right in an unusual form, or wrong in one place that has a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.model.codecheck import Report, check_file
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario

CODE = Path(__file__).parents[2] / "fixtures" / "check"
XOR = Scenario.load("xor")


def xor(hidden: str, units: int = 3, output: str = "sigmoid", loss: str = "binary-cross-entropy") -> Scenario:
    outputs = 2 if output == "softmax" else 1
    return replace(XOR, layers=(Layer(units, hidden), Layer(outputs, output)), loss=loss)


TANH, TANH3 = xor("tanh", 4), xor("tanh")
HALF = xor("sigmoid", 4, loss="half-squared")
RELU = xor("relu")
SOFTMAX = xor("relu", output="softmax", loss="categorical-cross-entropy")
L2 = replace(TANH3, penalty=PenaltySpec("l2", 0.1))
ADAM = replace(TANH3, optimiser=OptimiserSpec("adam", 0.1))

RIGHT = [
    ("s9_delta_over_m", TANH, "delta-over-m"),
    ("s10_delta_negative", TANH, "delta-negative"),
    ("s16_relu_ge_bce", RELU, "kink"),
    ("s6b_loss_mean", TANH, "differs-elsewhere"),
    ("b23_l2_right", L2, ""),
    ("s18_adam_update", ADAM, "starts-again"),
    ("b33_nobias_ok", Scenario.load("ppt"), ""),
    ("r2_pairs", TANH3, ""),
    ("r13_f32", TANH, ""),
]

# File, scenario, the first symbol that differs, words of its verdict, its mistakes.
WRONG = [
    ("b31_db_flat", HALF, "db1", "would have the shape (4, 4); keepdims", ()),
    ("s1_db_turned", TANH, "db1", "would have the shape (4, 4)", ()),
    ("b18_accumulates", TANH, "dW2", "on every call", ("gradients-accumulated",)),
    ("s12_random", TANH, "A1", "different on every call", ()),
    ("b26_int_dtype", RELU, "delta2", "as integers", ("integer-arrays",)),
    ("b16_relu_inplace", RELU, "A1", "was changed after it had been used", ("same-array",)),
    ("b16b_forward_inplace", RELU, "Z1", "Z1 and A1 are the same array", ("same-array",)),
    ("b11b_slope_of_a", TANH, "delta1", "", ("slope-of-a",)),
    ("b14_errors_unscaled", HALF, "delta1", "", ("errors-unscaled",)),
    ("b10_softmax_axis0", SOFTMAX, "A2", "", ("softmax-over-samples",)),
    ("b09_axes", SOFTMAX, "db2", "cannot be computed", ("bias-sum-over-units",)),
    ("b06_A2_for_A1", TANH, "dW2", "", ("output-for-activation",)),
    ("b35_m_is_inputs", TANH, "dW2", "2 times", ("m-is-inputs",)),
    ("b38_online_last_only", TANH, "dW2", "", ("last-sample-only",)),
    ("b39_online_updates", TANH, "W1", "", ("per-sample-updates",)),
    ("b23b_l2_over_m", L2, "dW2", "", ("penalty-over-m",)),
    ("b23c_l2_on_bias", L2, "db1", "", ("penalty-on-biases",)),
    ("d2b-minimal", HALF, "W1", "did not move", ("not-moved",)),
    ("tolerance", TANH, "dW1", "dW1[0, 0] is", ()),
]


def checked(name: str, scenario: Scenario) -> Report:
    return check_file(CODE / f"{name}.py", scenario, seconds=60)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "scenario", "note"), RIGHT, ids=[row[0] for row in RIGHT])
def test_that_right_code_in_unusual_form_is_right(name: str, scenario: Scenario, note: str) -> None:
    report = checked(name, scenario)
    assert report, report
    assert report.first_difference is None
    assert [found.kind for found in report.notes] == ([note] if note else [])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "scenario", "symbol", "words", "mistakes"), WRONG, ids=[row[0] for row in WRONG])
def test_that_the_first_wrong_line_is_named(
    name: str, scenario: Scenario, symbol: str, words: str, mistakes: tuple[str, ...]
) -> None:
    report = checked(name, scenario)
    first = report.first_difference
    assert first is not None, report
    assert first.symbol == symbol, report
    assert words in first.verdict()
    assert first.mistakes == mistakes, report


@pytest.mark.slow
@pytest.mark.parametrize("name", ["r1_no_return", "rows_none"])
def test_that_a_missing_return_is_said_and_no_line_accused(name: str) -> None:
    report = checked(name, TANH)
    assert "backprop returned None (is there a return?)" in str(report)
    assert report.misfit is None


@pytest.mark.slow
@pytest.mark.parametrize("name", ["15_rm_tmp", "40_bad_str", "41_surrogate", "48_array_raises"])
def test_that_hostile_code_is_reported_in_words(name: str) -> None:
    report = checked(name, XOR)
    assert report.failure is not None
    assert not report
    str(report).encode("utf-8")
    assert "nnviz/model" not in str(report)


@pytest.mark.slow
def test_that_a_report_that_is_not_ok_shows_its_table() -> None:
    report = checked("b11b_slope_of_a", TANH)
    assert not report
    assert repr(report) == str(report)
    assert "delta1" in report.as_json()
