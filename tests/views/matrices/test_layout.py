"""How matrices are placed, reduced and written, whatever the window looks like."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import QPoint, QRect

from nnviz.views.matrices.cell_cursor import step_from
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.headings import tick_numbers
from nnviz.views.matrices.packing import Box, BoxColumn, flow, pack
from nnviz.views.matrices.place import CellAxis, MatrixPlace, axis_in
from nnviz.views.matrices.reduction import cell_of_block
from nnviz.views.matrices.tabs import ALL, tab_choices
from nnviz.views.matrix_cells.block_extremes import reduced
from nnviz.views.matrix_cells.quantities import QuantityScales

GAP = 10


def column(numbers: int | None, least: int = 30, rank: int = 0) -> BoxColumn:
    box = Box(with_numbers=numbers, heading=least, margin=0, columns=4, smallest=2, greatest=24, share=least)
    return BoxColumn((box,), rank)


def place(symbol: str, rows: int, columns: int, x: int = 0, y: int = 0, row_step: int = 1, column_step: int = 1):
    down, across = CellAxis(rows, row_step, 24), CellAxis(columns, column_step, 56)
    frame = QRect(x, y, across.length, down.length + 17)
    return MatrixPlace(MatrixEntry(symbol), symbol, "", frame, QPoint(x, y + 17), down, across, 8)


class TestPacking:
    def test_that_what_fits_is_on_one_line_with_numbers(self):
        (line,) = pack([column(100), column(100, rank=1), column(100, rank=2)], room=320, gap=GAP)
        assert [(span.width, span.numbers) for span in line] == [(100, True)] * 3

    def test_that_the_less_important_lose_their_numbers_first(self):
        (line,) = pack([column(100), column(100, rank=1), column(100, rank=2)], room=260, gap=GAP)
        assert [span.numbers for span in line] == [True, True, False]

    def test_that_what_must_have_numbers_takes_another_line(self):
        lines = pack([column(100), column(100), column(100)], room=215, gap=GAP)
        assert [[span.column for span in line] for line in lines] == [[0, 1], [2]]

    def test_that_what_is_only_welcome_is_left_out_rather_than_taking_a_line(self):
        lines = pack([column(100), column(100, least=80, rank=2)], room=150, gap=GAP)
        assert [[span.column for span in line] for line in lines] == [[0]]

    def test_that_what_cannot_have_numbers_grows_into_the_room_that_is_left(self):
        (line,) = pack([column(None), column(100)], room=500, gap=GAP)
        assert [span.width for span in line] == [4 * 24, 100]

    def test_that_a_flow_keeps_the_order(self):
        lines = flow([column(100), column(200), column(50)], room=215, gap=GAP)
        assert [[span.column for span in line] for line in lines] == [[0], [1], [2]]

    @given(
        st.lists(
            st.builds(
                column,
                st.none() | st.integers(30, 900),
                st.integers(10, 60),
                st.integers(0, 2),
            ),
            min_size=1,
            max_size=12,
        ),
        st.integers(100, 1000),
    )
    @pytest.mark.slow
    def test_that_no_line_is_wider_than_the_room_unless_a_single_matrix_is(self, columns, room):
        for line in pack(columns, room, GAP):
            assert sum(span.width for span in line) + GAP * (len(line) - 1) <= room


class TestAxis:
    @pytest.mark.parametrize(
        ("room", "count", "step", "size"),
        [(400, 4, 1, 24), (80, 10, 1, 8), (756, 784, 3, 2), (10, 784, 157, 2), (1, 5, 5, 2)],
    )
    def test_that_blocks_fit_the_room(self, room, count, step, size):
        axis = axis_in(room, count, smallest=2, greatest=24)
        assert (axis.step, axis.size) == (step, size)
        assert axis.length <= max(room, 2)

    def test_that_every_row_belongs_to_one_block(self):
        axis = CellAxis(10, 4, 2)
        assert [index for block in range(axis.blocks) for index in axis.range_of(block)] == list(range(10))
        assert [axis.block_of(index) for index in (0, 3, 4, 9)] == [0, 0, 1, 2]

    def test_that_numbers_along_a_matrix_are_round_and_apart(self):
        assert tick_numbers(CellAxis(784, 3, 2), room=24) == [1, *range(50, 785, 50)]
        assert tick_numbers(CellAxis(30, 1, 5), room=13) == [1, *range(5, 31, 5)]


class TestReduction:
    def test_that_a_block_shows_its_value_of_largest_magnitude_with_its_sign(self):
        array = np.array([[1.0, -3.0, 2.0, 0.5, 7.0], [0.0, 2.0, -2.5, 1.0, -8.0]])
        np.testing.assert_array_equal(reduced(array, 2, 2), [[-3.0, -2.5, -8.0]])

    def test_that_a_nan_is_never_hidden(self):
        array = np.zeros((3, 9))
        array[1, 4] = np.nan
        assert np.isnan(reduced(array, 3, 3)).tolist() == [[False, True, False]]

    def test_that_of_two_of_the_same_magnitude_the_positive_one_is_shown_and_named(self):
        array = np.array([[0.0, -2.0, 2.0, 1.0]])
        assert reduced(array, 1, 4) == [[2.0]]
        assert cell_of_block(array, place("W1", 1, 4, column_step=4), 0, 0) == (0, 2)

    @pytest.mark.parametrize("order", ["C", "F"])
    @pytest.mark.parametrize("steps", [(1, 1), (3, 1), (1, 7), (5, 4), (40, 90), (16, 9)])
    @pytest.mark.slow
    @pytest.mark.sample(4)
    def test_that_every_block_of_a_large_matrix_shows_the_cell_that_it_names(self, order, steps):
        rng = np.random.default_rng(1)
        array = np.array(rng.normal(size=(40, 83)), order=order)
        array[rng.random(array.shape) < 0.01] = np.nan
        array[3, 5], array[17, 40] = np.inf, -np.inf
        shown = place("W1", *array.shape, row_step=steps[0], column_step=steps[1])
        blocks = reduced(array, *steps)
        assert blocks.shape == (shown.rows.blocks, shown.columns.blocks)
        for row, column in np.ndindex(blocks.shape):
            cells = array[shown.rows.range_of(row)[0] : shown.rows.range_of(row)[-1] + 1][
                :, shown.columns.range_of(column)[0] : shown.columns.range_of(column)[-1] + 1
            ]
            np.testing.assert_equal(blocks[row, column], array[cell_of_block(array, shown, row, column)])
            np.testing.assert_equal(abs(blocks[row, column]), np.abs(cells).max())

    def test_that_the_cell_of_a_block_is_the_one_whose_value_it_shows(self):
        array = np.arange(20.0).reshape(2, 10)
        array[0, 5] = -99.0
        shown = place("W1", 2, 10, row_step=2, column_step=4)
        assert cell_of_block(array, shown, 0, 1) == (0, 5)
        assert cell_of_block(None, shown, 0, 1) == (0, 4)


class TestScales:
    def test_that_a_scale_holds_still_while_values_move_a_little(self):
        scales = QuantityScales()
        scales.follow([("deltas", 0.4), ("deltas", 0.1)])
        held = scales.of("deltas")
        for share in (1.0, 0.8, 0.5, 0.3):
            scales.follow([("deltas", share * held)])
            assert scales.of("deltas") == held

    def test_that_a_scale_is_never_exceeded_and_never_far_too_large(self):
        scales = QuantityScales()
        for size in (0.4, 3.0, 700.0, 0.001, 1e-12):
            scales.follow([("deltas", size)])
            assert size <= scales.of("deltas") <= 10 * size

    @pytest.mark.parametrize("size", [0.0, 5e-324, 1.7e308])
    def test_that_the_ends_of_the_floats_do_no_harm(self, size):
        scales = QuantityScales()
        scales.follow([("deltas", size)])
        assert np.isfinite(scales.of("deltas"))
        assert scales.of("deltas") > 0


class TestMoves:
    # W1 and δ1 are side by side, W2 below W1.
    PLACES = (place("W1", 3, 2), place("delta1", 3, 4, x=200), place("W2", 1, 3, y=100))

    @pytest.mark.parametrize(
        ("start", "step", "end"),
        [
            ((0, 0, 0), (1, 0), (0, 1, 0)),
            ((0, 2, 0), (0, 1), (0, 2, 1)),
            ((0, 1, 1), (0, 1), (1, 1, 0)),
            ((1, 1, 0), (0, -1), (0, 1, 1)),
            ((1, 2, 3), (0, 1), (2, 0, 0)),
            ((0, 2, 1), (1, 0), (2, 0, 1)),
            ((2, 0, 2), (-1, 0), (0, 2, 1)),
            ((0, 0, 0), (0, -1), (0, 0, 0)),
            ((2, 0, 2), (1, 0), (2, 0, 2)),
        ],
    )
    def test_that_an_arrow_leads_to_the_neighbour_and_over_the_edge_to_the_next_matrix(self, start, step, end):
        number, row, column = start
        found, *cell = step_from(self.PLACES, (self.PLACES[number], row, column), *step)
        assert (self.PLACES.index(found), *cell) == end


class TestTabs:
    def test_that_few_layers_are_named(self):
        assert tab_choices(2, None) == [(ALL, "All"), ("1", "Layer 1"), ("2", "Layer 2")]

    def test_that_more_layers_are_numbered(self):
        assert [label for _, label in tab_choices(6, 3)] == ["All", "1", "2", "3", "4", "5", "6"]

    @pytest.mark.parametrize("chosen", [None, *range(1, 21)])
    def test_that_of_many_layers_the_chosen_one_and_its_neighbours_have_tabs(self, chosen):
        keys = [key for key, _ in tab_choices(20, chosen)]
        assert len(keys) <= 10
        assert len(set(keys)) == len(keys)
        assert {ALL, "1", "20"} <= set(keys)
        if chosen is not None:
            assert {str(each) for each in (chosen - 1, chosen, chosen + 1) if 1 <= each <= 20} <= set(keys)

    def test_that_a_gap_leads_to_the_nearest_hidden_layer(self):
        assert [choice for choice in tab_choices(20, 10) if choice[1] == "…"] == [("7", "…"), ("13", "…")]
