"""What notebooks show of sessions and curves."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import numpy as np

import nnviz
from nnviz.model.text.curve_svg import curve_svg


def test_a_session_and_its_curves_are_pictures() -> None:
    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.step_update(5)
    html = session._repr_html_()
    assert "update 5" in html
    assert session.loss_curve._repr_html_() in html
    watch = session.watch("norm(dW1)")
    for curve in (session.loss_curve, watch):
        picture = ET.fromstring(curve._repr_html_())
        texts = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
        assert f"{np.nanmax(curve.greatest):.4g}" in texts
        assert f"{np.nanmin(curve.least):.4g}" in texts


def test_extremes_of_a_long_curve_are_kept_and_nothing_is_drawn_of_nothing() -> None:
    values = np.zeros(100_000)
    values[777] = 5.0
    assert ">5<" in curve_svg(np.arange(100_000.0), values, values, "loss")
    assert "svg" not in curve_svg(np.arange(3.0), np.full(3, np.nan), np.full(3, np.nan), "loss")
