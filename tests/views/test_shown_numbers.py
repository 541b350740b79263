"""What the views show of every shipped scenario is within half a unit of its last digit, and has four digits."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS, NUMBER_WIDTH
from nnviz.views.lines.texts import sign_and_number
from nnviz.views.matrices import MatricesPanel
from nnviz.views.network.names import signed
from nnviz.views.program.texts import value_text
from nnviz.views.theme import LIGHT

_WORDS = ("nan", "∞", f"{MINUS}∞")


def check(text: str, value: float, exponent: int = 0) -> int:
    """Check a text against its number; return how many significant digits it has."""
    mantissa, _, own = text.strip().replace(MINUS, "-").partition("e")
    unit = Fraction(10) ** (int(own or "0") + exponent - len(mantissa.partition(".")[2]))
    shown = Fraction(mantissa) * Fraction(10) ** (int(own or "0") + exponent)
    assert abs(shown - Fraction(value)) <= unit / 2, (text, value, exponent)
    assert (shown == 0) == (value == 0), (text, value)
    return len(mantissa.lstrip("-0.").replace(".", ""))


def in_cells(snapshot: Snapshot, panel: MatricesPanel) -> Iterator[tuple[str, float, int]]:
    """Each number that is drawn in a cell: its text and value, and the power of ten of its matrix."""
    drawn = panel.canvas.picture
    for place in panel.canvas.places():
        values = place.entry.value(snapshot, drawn.view.convention)
        numbers = drawn.formats.follow(place, values)
        if numbers is not None and values is not None:
            for text, value in zip(numbers.texts, values.ravel().tolist(), strict=True):
                yield text, value, numbers.form.exponent


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_every_number_on_the_screen_is_right_to_its_last_digit(name: str, qtbot: QtBot) -> None:
    session = Session(find_scenario(name))
    panel = MatricesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(1400, 600)
    panel.show()
    seen = 0
    for updates in (1, 30):
        session.step_update(updates)
        session.step_line(9)
        snapshot = session.snapshot()
        panel.show_snapshot(snapshot)
        panel.canvas.viewport().grab()
        for text, value, exponent in in_cells(snapshot, panel):
            if text not in _WORDS:
                digits = check(text, value, exponent)
                assert not value or digits >= 4 or value.is_integer()
                seen += 1
        for number in range(1, snapshot.position.line + 1):
            written = value_text(snapshot, number)
            assert written is not None
            _, value = sign_and_number(snapshot.values[snapshot.program[number].writes])
            if written.is_finite and value:
                assert check(written.number, value) >= 4
        for array in snapshot.values.values():
            for value in array[:, 0].tolist()[:50]:
                if np.isfinite(value):
                    assert len(signed(value)) <= NUMBER_WIDTH + 1
                    check(signed(value), value)
        session.step_update()
    assert seen or name.startswith("mnist")
