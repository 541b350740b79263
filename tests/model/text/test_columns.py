"""Numbers of a matrix, written together."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.model.text.numbers import MINUS

FLOATS = st.floats()
COLUMNS = st.lists(FLOATS, min_size=1, max_size=6) | st.lists(st.floats(-9.0, 9.0), min_size=1, max_size=6)
SLOTS = st.sampled_from([9, 8, 7, 6])


def read(text: str, exponent: int) -> tuple[Fraction, Fraction]:
    """The number that a cell's text says, and the unit of its last digit."""
    mantissa, _, own = text.replace(MINUS, "-").partition("e")
    scale = Fraction(10) ** (int(own or "0") + exponent)
    return Fraction(mantissa) * scale, scale / 10 ** len(mantissa.partition(".")[2])


def significant(text: str) -> int:
    return len(text.partition("e")[0].lstrip(f"{MINUS}0.").replace(".", ""))


@given(COLUMNS, SLOTS, st.booleans(), COLUMNS)
@example([1.00005e-4, 3e-4], 9, True, [1.0])
@example([5e-324, 1e308], 6, True, [0.0])
@pytest.mark.slow
def test_that_every_number_has_four_digits_and_is_within_half_a_unit_of_the_last(values, slots, has_factor, earlier):
    before = column_format(earlier, slots, has_factor=has_factor)
    form = column_format(values, slots, before, has_factor=has_factor)
    assert has_factor or not form.factor
    for value, text in zip(values, form.texts(values), strict=True):
        assert len(text) <= max(slots, len("−0.01234")) or ("e" in text and len(text) <= len("−1.234e−616"))
        assert text == form.text(value)
        if text in ("nan", "∞", f"{MINUS}∞"):
            continue
        shown, unit = read(text, form.exponent)
        assert abs(shown - Fraction(value)) <= unit / 2
        assert (shown == 0) == (value == 0)
        assert value == 0 or significant(text) >= 4 or (form.decimals == 0 and value.is_integer())


@pytest.mark.parametrize(
    ("values", "slots", "factor", "texts"),
    [
        ([0.000753, 0.00045], 8, "×10⁻⁴", ["7.530", "4.500"]),
        ([0.2316, -0.000753], 9, "", ["0.2316", "−7.530e−4"]),
        ([2.5777, -0.44341, 0.0], 8, "", ["2.5777", "−0.4434", "0.0000"]),
        ([1.0, 0.0, -0.0], 8, "", ["1.000", "0.000", "0.000"]),
        ([12345.6, 2.0], 9, "×10⁴", ["1.235", "2.000e−4"]),
        ([0.09661, -0.2634, -0.06604, -0.0004656], 7, "", ["0.09661", "−0.2634", "−0.06604", "−4.656e−4"]),
        ([2104.0, 3.0], 9, "", ["2104", "3"]),
        ([float("nan"), float("-inf"), 0.5], 6, "", ["nan", "−∞", "0.5000"]),
        ([0.0, 0.0], 8, "", ["0.000", "0.000"]),
        ([-5e-324, -2e-323], 8, "×10⁻³²³", ["−0.4941", "−1.9763"]),
        ([1.0, -5e-324], 6, "", ["1.000", "−4.941e−324"]),
    ],
)
def test_that_numbers_of_a_matrix_share_what_they_can(values, slots, factor, texts):
    form = column_format(values, slots)
    assert form.factor == factor
    assert form.texts(values) == texts


def test_that_without_room_for_a_power_of_ten_each_number_has_its_own():
    form = column_format([0.000753, -0.00045], 9, has_factor=False)
    assert (form.factor, form.texts([0.000753, -0.00045])) == ("", ["7.530e−4", "−4.500e−4"])


def test_that_in_narrow_cells_small_numbers_are_written_alike():
    values = [0.0022, -0.0083, 0.00448, 0.0]
    assert column_format(values, 7, has_factor=False).texts(values) == ["2.200e−3", "−8.300e−3", "4.480e−3", "0.0"]


def test_that_nothing_jumps_while_numbers_move_a_little():
    form = column_format([3.2e-4, 0.9e-4], 8)
    for moved in ([1.1e-3, 2.1e-4], [9.8e-5, 3.1e-5], [0.0, 0.0], [4e-4, 1.2e-4]):
        form, before = column_format(moved, 8, form), form
        assert form.exponent == before.exponent
    assert column_format([0.4, 0.3], 8, form) == ColumnFormat(8, 0, 4)


def test_that_decimals_stay_while_a_number_crosses_a_power_of_ten():
    form = column_format([0.5, 0.0999], 8)
    assert form.texts([0.5, 0.0999]) == ["0.50000", "0.09990"]
    assert column_format([0.5, 0.1001], 8, form) == form
    assert column_format([5.0, 1.0], 8, form).decimals == 3
