"""The colours of the plane, the view that stays under edits, and the places of a viewport."""

import numpy as np
import pytest
from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor

from nnviz.model.prediction.grid import Extent
from nnviz.views.plots.predictions.plane_colours import class_pixels, image_of, signed_pixels
from nnviz.views.plots.predictions.spots import diameter
from nnviz.views.plots.predictions.view_state import differ_by_one
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import LIGHT, class_colour, signed_colour

BASE = np.arange(10.0).reshape(2, 5)


def test_that_values_are_coloured_about_their_middle_and_clipped_at_the_ends() -> None:
    values = np.array([0.5, 1.0, 0.0, np.inf, -np.inf, 0.8], np.float32)
    image = image_of(np.tile(signed_pixels(LIGHT, values, 0.5, 0.5), 6), 6)
    found = [image.pixelColor(column, 0) for column in range(6)]
    zero, positive, negative = QColor(LIGHT.zero), QColor(LIGHT.positive), QColor(LIGHT.negative)
    assert found[:5] == [zero, positive, negative, positive, negative]
    wanted = signed_colour(LIGHT, 0.6, 1.0)
    assert max(abs(a - b) for a, b in zip(found[5].getRgb(), wanted.getRgb(), strict=True)) <= 4


def test_that_what_is_not_a_number_is_clear() -> None:
    pixels = signed_pixels(LIGHT, np.array([0.2, np.nan], np.float32), 0.0, 1.0)
    assert pixels[0] != 0
    assert pixels[1] == 0
    outputs = np.array([[0.2, np.nan, np.inf], [0.8, 0.1, -np.inf]], np.float32)
    assert (class_pixels(LIGHT, outputs, 1.0) == 0).tolist() == [False, True, False]


def test_that_a_tie_of_classes_is_neutral_and_a_full_lead_the_class_itself() -> None:
    outputs = np.array([[0.4, 0.0, np.inf], [0.4, 0.0, np.inf], [0.2, 1.0, 0.0]], np.float32)
    tie, sure, both_infinite = (QColor.fromRgba(int(p)) for p in class_pixels(LIGHT, outputs, 1.0))
    assert tie == QColor(LIGHT.zero)
    assert both_infinite == QColor(LIGHT.zero)
    assert sure == class_colour(LIGHT, 2)


@pytest.mark.parametrize(
    ("new", "one"),
    [
        (BASE.copy(), True),
        (np.delete(BASE, 2, axis=1), True),
        (np.delete(BASE, 4, axis=1), True),
        (np.insert(BASE, 5, 9.5, axis=1), True),
        (np.insert(BASE, 0, 9.5, axis=1), True),
        (np.where(np.arange(5) == 3, -1.0, BASE), True),
        (np.where(np.arange(5) >= 3, -1.0, BASE), False),
        (np.delete(BASE, [1, 2], axis=1), False),
        (np.roll(BASE, 1, axis=1), False),
        (BASE[::-1], False),
        (BASE[:1], False),
    ],
)
def test_that_one_edited_sample_is_reported_from_other_data(new, one) -> None:
    assert differ_by_one(BASE, new) == one


def test_that_pixels_and_places_belong_to_each_other() -> None:
    viewport = Viewport(Extent(-1.0, 3.0, 10.0, 12.0), QRectF(20, 5, 200, 100))
    assert viewport.position(-1.0, 12.0) == QPointF(20, 5)
    assert viewport.place(QPointF(220, 105)) == pytest.approx((3.0, 10.0))
    at = viewport.positions(np.array([[0.0, 1.0], [11.0, 10.5]]))
    np.testing.assert_allclose(at, [[70, 120], [55, 80]])


def test_that_crowded_samples_are_drawn_smaller() -> None:
    sizes = [diameter(LIGHT, count) for count in (4, 150, 500, 1000, 3000)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 4
