import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import (
    MINUS,
    NUMBER_WIDTH,
    MisreadableNumberError,
    exact,
    format_count,
    format_fitting,
    format_number,
    format_percent,
    format_short,
    parse_number,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.2316, "0.2316"),
        (0.000753, "7.530e−4"),
        (-0.0005, "−5.000e−4"),
        (0.001, "0.001000"),
        (-0.0023164, "−0.002316"),
        (0.09999, "0.09999"),
        (0.099996, "0.1000"),
        (2.57771, "2.578"),
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (0.99996, "1.000"),
        (9.9996, "10.00"),
        (-9.9994, "−9.999"),
        (-12.3456, "−12.35"),
        (123.456, "123.5"),
        (999.96, "1000"),
        (-99999.4, "−1.000e5"),
        (12345.6, "12346"),
        (123456.0, "1.235e5"),
        (0.00012345, "1.234e−4"),
        (1.234e-7, "1.234e−7"),
        (-1.234e-7, "−1.234e−7"),
        (0.00004, "4.000e−5"),
        (-1.5e-300, "−1.500e−300"),
        (5e-324, "4.941e−324"),
        (1.7976931348623157e308, "1.798e308"),
        (float("nan"), "nan"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_that_a_number_is_written_with_four_digits_and_a_true_minus(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.floats())
def test_that_a_formatted_number_never_leaves_its_column(value: float) -> None:
    assert len(format_fitting(value)) <= NUMBER_WIDTH
    assert len(format_fitting(value, 7)) <= 7


@given(st.floats(1e-99, 9e98) | st.floats(-9e98, -1e-9))
def test_that_every_digit_has_room_in_a_column_but_for_the_ends_of_the_floats(value: float) -> None:
    assert format_fitting(value) == format_number(value)


def half_a_unit_off(text: str, value: float) -> bool:
    """Whether a text is no further from a number than half a unit of its last digit."""
    mantissa, _, exponent = text.replace(MINUS, "-").partition("e")
    decimals = len(mantissa.partition(".")[2])
    unit = Fraction(10) ** (int(exponent or "0") - decimals)
    shown = Fraction(mantissa) * Fraction(10) ** int(exponent or "0")
    return abs(shown - Fraction(value)) <= unit / 2


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 8))
@example(1.00005, 4)
@example(0.99995, 4)
def test_that_what_is_shown_is_within_half_a_unit_of_the_last_digit(value: float, digits: int) -> None:
    for text in (format_number(value, digits), format_short(value, digits), format_fitting(value)):
        assert half_a_unit_off(text, value), text


@given(st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: value != 0))
def test_that_four_digits_are_significant(value: float) -> None:
    digits = format_number(value).partition("e")[0].lstrip(f"{MINUS}0.").replace(".", "")
    assert 4 <= len(digits) <= 5


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100"), (0.0, "0"), (0.5, "50"), (59_999 / 60_000, "99.998"), (1e-9, "1e−7"), (2 / 3, "66.67")],
)
def test_that_only_all_are_a_hundred_per_cent(share: float, text: str) -> None:
    assert format_percent(share) == text


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
        ("0,500", 0.5),
        ("1,5", 1.5),
        ("1234,567", 1234.567),
        ("1e-320", 1e-320),
        ("0e-400", 0.0),
        ("-0", 0.0),
    ],
)
def test_that_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "abc", "1/0", "1/2/3", "nan", "inf", "1e999", "1,234.5", "1_000", "0x10", "--1", "1 2 x", "1\u20092"]
)
def test_that_anything_else_is_refused_with_the_text_in_the_message(text: str) -> None:
    with pytest.raises(ModelError) as refused:
        parse_number(text)
    assert f"“{text}”" in str(refused.value)


@pytest.mark.parametrize("text", ["1,000", "-12,500", "1,234e3", "1,000/3", "3/1,000"])
def test_that_a_comma_that_may_part_thousands_is_refused_with_both_ways_to_write_it(text: str) -> None:
    with pytest.raises(MisreadableNumberError, match="comma may part thousands") as refused:
        parse_number(text)
    part = next(part for part in text.split("/") if "," in part)
    assert refused.value.accepted == f"{part.replace(',', '')}, or {part.replace(',', '.')}"


@pytest.mark.parametrize("text", ["1e-400", "-0,5e-999", "1e-300/1e300"])
def test_that_a_number_too_small_for_a_float_is_not_read_as_zero(text: str) -> None:
    with pytest.raises(MisreadableNumberError, match="too small: it would be 0"):
        parse_number(text)


@given(st.floats(0.0, 1.0))
def test_that_per_cent_are_within_half_a_unit_of_the_last_digit(share: float) -> None:
    text = format_percent(share)
    assert half_a_unit_off(text, 100.0 * share)
    assert (text == "100") == (share == 1.0) or 100.0 * share == 100.0
