"""Where the network diagram's parts are, for networks and rooms of all sizes."""

from itertools import combinations, pairwise

import pytest
from PyQt6.QtCore import QRectF

from nnviz.views.network.layout import DiagramLayout, arrange
from nnviz.views.network.measures import DiagramMeasures, Texts
from nnviz.views.network.strips import BlockColumn, StripColumn
from nnviz.views.theme import LIGHT

NETWORKS = [
    (2, 3, 1),
    (2, 4, 1),
    (2, 6, 4, 1),
    (2, 8, 8, 1),
    (2, 10, 10, 3),
    (2, 8, 8, 8, 8, 8, 8, 1),
    (1, 6, 1),
    (12, 8, 3),
    (2, 30, 1),
    (784, 30, 10),
    (784, 300, 100, 10),
]
ROOMS = [(800, 214), (1400, 620), (520, 180), (800, 420)]


@pytest.fixture
def measures(qapp) -> DiagramMeasures:
    return Texts(LIGHT).measures(["x₁", "a¹₁₀"], ["δ"], ["∂L/∂W²"])


def columns_parts(layout: DiagramLayout) -> list[list[QRectF]]:
    """Return what is in each column, as far as it must not overlap: units, biases, labels, δ, targets."""
    parts = []
    for column in layout.columns:
        rects = []
        if isinstance(column, BlockColumn):
            rects.append(column.body)
        else:
            for k in range(column.units):
                here = [column.unit(k), column.bias(k), column.delta(k), column.target(k), column.value(k)]
                rects += [rect for rect in here if rect is not None]
        parts.append(rects)
    return parts


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("sizes", NETWORKS, ids=str)
@pytest.mark.slow
def test_that_nothing_overlaps_in_a_column(sizes, room, measures):
    layout = arrange(sizes, *room, measures)

    for rects in columns_parts(layout):
        # Those of a unit and its neighbours are near each other in the list; far ones cannot meet.
        for first, second in ((a, b) for at, a in enumerate(rects) for b in rects[at + 1 : at + 11]):
            # Cells of a strip share their borders.
            assert not first.adjusted(0.01, 0.01, -0.01, -0.01).intersects(second), (first, second)


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("sizes", NETWORKS, ids=str)
def test_that_columns_and_their_texts_do_not_meet_their_neighbours(sizes, room, measures):
    layout = arrange(sizes, *room, measures)

    reaches = [
        (min(rect.left() for rect in rects), max(rect.right() for rect in rects)) for rects in columns_parts(layout)
    ]
    assert all(before[1] <= after[0] for before, after in pairwise(reaches))
    for layer in range(1, len(sizes)):
        assert layout.gap(layer).width() > 0


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("sizes", NETWORKS, ids=str)
def test_that_headings_stand_over_everything_and_leave_room_for_symbols(sizes, room, measures):
    layout = arrange(sizes, *room, measures)

    highest = min(rect.top() for rects in columns_parts(layout) for rect in rects)
    assert all(heading.bottom() <= highest for heading in layout.headings)
    row = [*layout.headings, *(layout.symbol(layer) for layer in range(1, len(sizes)))]
    assert not any(first.intersects(second) for first, second in combinations(row, 2))


@pytest.mark.parametrize("sizes", NETWORKS, ids=str)
@pytest.mark.parametrize("room", ROOMS[:2], ids=str)
def test_that_everything_is_inside_the_room(sizes, room, measures):
    layout = arrange(sizes, *room, measures)

    whole = QRectF(0, 0, *room)
    assert all(whole.contains(rect) for rects in columns_parts(layout) for rect in rects)
    assert all(whole.contains(heading) for heading in layout.headings)


def test_that_the_diagram_is_centred(measures):
    layout = arrange((2, 3, 1), 1400, 300, measures)

    left, right = layout.columns[0].body.left(), layout.columns[-1].body.right()
    assert left == pytest.approx(1400 - right, abs=1)


def test_that_units_grow_only_modestly_with_the_room(measures):
    usual = arrange((2, 3, 1), 800, 230, measures).columns[1].unit(0).width()
    large = arrange((2, 3, 1), 2400, 1400, measures).columns[1].unit(0).width()

    assert usual < large <= 1.5 * measures.unit


def test_that_everything_grows_with_the_presentation_scale(qapp):
    double = Texts(LIGHT.scaled(2.0)).measures(["x₁"], ["δ"], ["W¹"])
    single = Texts(LIGHT).measures(["x₁"], ["δ"], ["W¹"])

    large = arrange((2, 3, 1), 1600, 460, double)
    small = arrange((2, 3, 1), 800, 230, single)

    assert large.columns[1].unit(0).width() == pytest.approx(2 * small.columns[1].unit(0).width(), rel=0.1)


def test_that_eight_units_stand_by_themselves_and_thirty_are_a_strip(measures):
    layout = arrange((2, 8, 30, 1), 800, 214, measures)

    assert [isinstance(column, StripColumn) for column in layout.columns] == [False, False, True, False]


def test_that_784_inputs_are_an_image_of_28_rows(measures):
    block = arrange((784, 30, 10), 800, 214, measures).columns[0]

    assert isinstance(block, BlockColumn)
    assert block.unit(28).left() == block.unit(0).left()
    assert block.unit(28).top() > block.unit(27).top() == block.unit(0).top()
    assert block.nearest(block.unit(400).center()) == 400
