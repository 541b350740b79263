import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import (
    NUMBER_WIDTH,
    exact,
    format_count,
    format_number,
    format_short,
    parse_number,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.2316, "0.2316"),
        (-0.0005, "−0.0005"),
        (2.57771, "2.5777"),
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (9.99996, "10.000"),
        (-12.3456, "−12.346"),
        (123.456, "123.46"),
        (-99999.4, "−99999"),
        (123456.0, "1.235e5"),
        (1.234e-7, "1.234e−7"),
        (-1.234e-7, "−1.23e−7"),
        (0.00004, "4.000e−5"),
        (-1.5e-300, "−2e−300"),
        (float("nan"), "nan"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_that_a_number_is_written_with_four_digits_and_a_true_minus(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.floats())
def test_that_a_formatted_number_never_leaves_its_column(value: float) -> None:
    assert len(format_number(value)) <= NUMBER_WIDTH


@given(st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: value != 0))
def test_that_a_number_other_than_zero_is_never_written_as_zero_and_keeps_its_sign(value: float) -> None:
    text = format_number(value).replace("−", "-")
    # The largest floats round up to more than a float holds.
    read = float(text)
    assert read != 0
    assert math.copysign(1, read) == math.copysign(1, value)
    assert math.isinf(read) or read == pytest.approx(value, rel=0.5)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.42, "0.42"), (3.0, "3"), (-2.8803, "−2.88"), (1e-5, "1e−5"), (-0.0, "0"), (float("inf"), "∞")],
)
def test_that_a_short_number_has_no_zeros_at_its_end(value: float, text: str) -> None:
    assert format_short(value, 3) == text


@pytest.mark.parametrize(("count", "text"), [(7, "7"), (1234, "1\u2009234"), (1_000_000, "1\u2009000\u2009000")])
def test_that_thousands_are_parted_by_a_thin_space(count: int, text: str) -> None:
    assert format_count(count) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_the_exact_text_reads_back_as_the_same_number(value: float) -> None:
    assert parse_number(exact(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3", 1 / 3),
        (" -1 / 4 ", -0.25),
        ("0,5", 0.5),
        ("1e-3", 0.001),
        ("1E3", 1000.0),
        ("−2", -2.0),
        ("1.5e−3", 0.0015),
        (".5", 0.5),
        ("5.", 5.0),
        ("+7", 7.0),
        ("1\u2009234", 1234.0),
    ],
)
def test_that_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "abc", "1/0", "1/2/3", "nan", "inf", "1e999", "1,234.5", "1_000", "0x10", "--1", "1 2 x"]
)
def test_that_anything_else_is_refused_with_the_text_in_the_message(text: str) -> None:
    with pytest.raises(ModelError) as refused:
        parse_number(text)
    assert f"“{text}”" in str(refused.value)
