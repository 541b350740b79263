"""A picture drawn by hand is brought to the size and the place of MNIST's, wherever and however large it was drawn."""

import numpy as np
import pytest

from nnviz.model.prediction.drawn_picture import DrawnPicture

ONE = [((0.5, 0.25), (0.5, 0.75))]
SEVEN = [((0.3, 0.2), (0.7, 0.2)), ((0.7, 0.2), (0.4, 0.9))]


def drawn(shape, strokes, scale=1.0, shift=0.0):
    picture = DrawnPicture(shape)
    for begin, end in strokes:
        (x0, y0), (x1, y1) = (((x * scale + shift) * shape[1], (y * scale + shift) * shape[0]) for x, y in (begin, end))
        picture.draw((x0, y0), (x1, y1))
    return picture


def test_that_nothing_drawn_is_an_empty_picture():
    picture = DrawnPicture((28, 28))

    assert picture.is_empty
    assert not picture.as_sample().any()


@pytest.mark.parametrize("strokes", [ONE, SEVEN])
def test_that_a_digit_fills_twenty_pixels_about_its_centre_of_mass(strokes):
    for picture in (drawn((28, 28), strokes), drawn((28, 28), strokes, 0.5, 0.05), drawn((28, 28), strokes, 0.6, 0.35)):
        ink = picture.as_sample().reshape(28, 28)
        rows = np.flatnonzero(ink.max(axis=1) > 0.3)
        assert 19 <= rows[-1] - rows[0] + 1 <= 21
        down, across = np.mgrid[0:28, 0:28] + 0.5
        centre = [float((axis * ink).sum() / ink.sum()) for axis in (down, across)]
        assert centre == pytest.approx([14, 14], abs=0.7)


def test_that_small_pictures_are_filled():
    ink = drawn((8, 8), ONE, 0.5, 0.1).as_sample().reshape(8, 8)

    assert (ink.max(axis=1) > 0).all()
    assert ink.min() >= 0
    assert ink.max() == 1


def test_that_strokes_stay_where_they_are_while_the_pen_is_down_and_can_be_cleared():
    picture = drawn((28, 28), ONE, 0.4)
    ink = picture.as_drawn().reshape(28, 28)

    assert ink[4:7, 5].all()
    assert not ink[:, 10:].any()
    picture.clear()
    assert picture.is_empty
