"""What the inspector's sentences and bars say is what the model has, to the digits that are shown."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.checks import gradient_check
from nnviz.model.data.batches import BatchSpec
from nnviz.model.explain.cell import explain
from nnviz.model.explain.contributions import contributions
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.symbols import parse
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.bars import bar_paragraphs
from nnviz.views.inspector.meaning import in_words
from nnviz.views.inspector.page import Notation
from nnviz.views.inspector.spans import value_of

NUMBER = r"−?(?:\d+\.?\d*(?:e−?\d+)?|∞)"


def agrees(text: str, value: float) -> bool:
    """Return whether a number is written so that its digits are right to half a unit of the last."""
    plain = text.replace("−", "-").replace("∞", "inf")
    mantissa, _, exponent = plain.partition("e")
    half = 0.5 * 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))
    shown = float(plain)
    return shown == value or abs(shown - value) <= half * (1 + 1e-6)


def cells(snapshot: Snapshot):
    for symbol in snapshot.program.symbols:
        rows, columns = snapshot.shapes[symbol]
        for row, column in {(0, 0), (rows - 1, columns - 1), (rows // 2, columns // 3)}:
            yield Cell(symbol, row, column)


def said(text: str, pattern: str, *values: float) -> bool:
    """Check the numbers that a sentence gives; return whether it is there."""
    found = re.search(pattern.replace("N", f"({NUMBER})"), text)
    if found is None:
        return False
    for written, value in zip(found.groups(), values, strict=True):
        assert agrees(written, value), (text, value)
    return True


def slope(snapshot: Snapshot, cell: Cell) -> float:
    """Return the slope of a unit's activation at its z, by central differences."""
    layer = parse(cell.symbol).layer
    rule = ACTIVATIONS[snapshot.network.layers[layer - 1].activation]
    z = float(snapshot.values[f"Z{layer}"][cell.row, cell.column])
    out = np.empty((1, 2))
    rule.function(np.array([[z - 1e-6, z + 1e-6]]), out)
    return float(out[0, 1] - out[0, 0]) / 2e-6


def check_words(snapshot: Snapshot) -> set[str]:
    """Check all sentences of a moment; return which kinds of them there were."""
    kinds: set[str] = set()
    for cell in cells(snapshot):
        explanation, value = explain(snapshot, cell), value_of(snapshot, cell)
        if value is None or not math.isfinite(value):
            continue
        text = in_words(snapshot, cell, value, explanation)
        name = parse(cell.symbol)
        if explanation is not None and name.kind in "Wb":
            moved = explanation.value - snapshot.found(cell.symbol)[cell.row, cell.column]
            for verb, sign in (("raised", 1.0), ("lowered", -1.0)):
                if said(text, rf"this update {verb} it by N\.", sign * moved):
                    kinds.add("moved")
            assert ("did not change" in text) == (moved == 0)
        if name.kind == "A" and name.layer == snapshot.network.depth:
            away = value - float(snapshot.targets[cell.row, snapshot.batch[cell.column]])
            for word, sign in (("above", 1.0), ("below", -1.0)):
                if said(text, rf"It is N {word} its target", sign * away):
                    kinds.add(word)
        if name.kind == "delta" and name.layer < snapshot.network.depth:
            found = re.search(rf"its slope ({NUMBER})", text)
            if found is not None:
                kinds.add("slope")
                assert float(found[1].replace("−", "-")) == pytest.approx(slope(snapshot, cell), rel=2e-3, abs=1e-4)
            read = snapshot.read_by(snapshot.program.line_of[cell.symbol], f"W{name.layer + 1}")
            if said(text, r"the weight N passes", float(read[0, cell.row])):
                kinds.add("weight")
        for made in re.findall(rf"set by hand to ({NUMBER}) \(was ({NUMBER})\)", text):
            edits = [edit for edit in snapshot.value_edits if Cell(edit.symbol, *edit.cell) == cell]
            assert any(agrees(made[0], edit.value) and agrees(made[1], edit.old) for edit in edits), text
            kinds.add("set")
    return kinds


def check_directions(snapshot: Snapshot) -> None:
    """Check that what a gradient's sentence says of the loss is so, by differences."""
    checked = gradient_check(snapshot)
    for symbol, one in checked.parameters.items():
        for row, column in np.ndindex(one.numeric.shape):
            cell = Cell(f"d{symbol}", row, column)
            slope_there = float(one.numeric[row, column])
            if abs(slope_there) < 1e-6 or one.crosses[row, column] or checked.directions is not None:
                continue
            text = in_words(snapshot, cell, float(snapshot.values[cell.symbol][row, column]), explain(snapshot, cell))
            assert re.search(r"\brises? with", text) if slope_there > 0 else re.search(r"\bfalls? with", text), text
            assert ("together" in text) == (snapshot.program.objective == "J")


def check_bars(snapshot: Snapshot) -> None:
    """Check that bars are as long as their values are parts, and say them."""
    notation = Notation(snapshot.labels, "columns")
    for cell in cells(snapshot):
        found = contributions(snapshot, cell)
        if found is None:
            continue
        values = [part.value for part in found.parts] + ([found.rest.value] if found.rest else [])
        if not all(map(math.isfinite, values)):
            continue
        bars = [each for each in bar_paragraphs(snapshot, Selection(), cell, notation, by_size=False) if each.bar]
        span = (max(0.0, *values) - min(0.0, *values)) or 1.0
        for value, paragraph in zip(values, bars, strict=True):
            assert paragraph.bar.end - paragraph.bar.begin == pytest.approx(value / span, abs=1e-12)
            assert agrees(paragraph.spans[1].text, value), (cell, paragraph.spans[1].text, value)
        assert found.value == pytest.approx(
            explain(snapshot, cell).value, rel=1e-9, abs=1e-9 * max(map(abs, values), default=0.0)
        )


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.sample(10)
def test_that_what_is_said_of_every_shipped_scenario_is_so(name: str) -> None:
    session = Session(find_scenario(name))
    session.step_update(2)
    snapshot = session.snapshot()
    check_words(snapshot)
    check_bars(snapshot)


OTHERS: dict[str, Scenario] = {
    "plain": find_scenario("xor"),
    "penalty": replace(find_scenario("xor"), penalty=PenaltySpec("l2", 0.5)),
    "Adam": replace(find_scenario("xor"), optimiser=OptimiserSpec("adam", 0.05)),
    "mini-batches": replace(find_scenario("xor"), batch=BatchSpec(2), train_biases=False),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.slow
@pytest.mark.sample(2)
def test_that_what_is_said_while_values_are_set_is_so(name: str) -> None:
    rng = np.random.default_rng(6)
    session = Session(OTHERS[name])
    session.step_update(40)
    kinds: set[str] = set()
    for _ in range(len(session.program) + 8):
        snapshot = session.snapshot()
        kinds |= check_words(snapshot)
        check_bars(snapshot)
        session.step_line()
        if rng.random() < 0.4:
            symbol = str(rng.choice(session.program.parameters))
            session.set_value(symbol, (0, 0), float(rng.normal()))
    assert {"moved", "above", "below", "slope", "weight", "set"} <= kinds


@pytest.mark.parametrize("name", OTHERS)
def test_that_the_loss_rises_and_falls_as_is_said(name: str) -> None:
    session = Session(OTHERS[name])
    for _ in range(5):
        session.step_update(10)
        check_directions(session.snapshot())


def test_that_nothing_is_said_of_gradient_descent_where_something_else_descends() -> None:
    for name, expected in {"plain": True, "penalty": True, "Adam": False}.items():
        session = Session(OTHERS[name])
        session.step_update(40)
        snapshot = session.snapshot()
        cell = Cell("dW1", 0, 0)
        text = in_words(snapshot, cell, value_of(snapshot, cell), explain(snapshot, cell))
        assert ("gradient descent" in text) == expected
    session = Session(OTHERS["mini-batches"])
    session.step_update(3)
    snapshot = session.snapshot()
    cell = Cell("db1", 0, 0)
    assert "gradient descent" not in in_words(snapshot, cell, value_of(snapshot, cell), explain(snapshot, cell))


def test_that_a_mistake_that_is_known_is_not_said_to_be_the_loss_itself() -> None:
    session = Session(replace(find_scenario("xor"), mistakes=("flipped-sign",)))
    session.step_update(3)
    for symbol in ("delta1", "dW1"):
        snapshot, cell = session.snapshot(), Cell(symbol, 0, 0)
        text = in_words(snapshot, cell, value_of(snapshot, cell), explain(snapshot, cell))
        assert text.endswith("This update makes a mistake: the number may mislead.")
    hidden = Session(replace(find_scenario("xor"), mistakes=("flipped-sign",), hides_mistakes=True))
    hidden.step_update(3)
    snapshot, cell = hidden.snapshot(), Cell("dW1", 0, 0)
    assert "mistake" not in in_words(snapshot, cell, value_of(snapshot, cell), explain(snapshot, cell))
