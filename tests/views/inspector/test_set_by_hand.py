"""The inspector says of a value that a person set that it was set, and never calls that the update's work."""

import re
from dataclasses import replace

import pytest

from nnviz.model.data.batches import BatchSpec
from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell
from nnviz.model.session.session import Session
from nnviz.views.inspector import InspectorPanel
from nnviz.views.theme import LIGHT


def session_at(updates: int = 100, lines: int = 0, **others) -> Session:
    scenario: Scenario = replace(find_scenario("xor"), **others)
    session = Session(scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session


@pytest.fixture
def lines_of(qtbot):
    def shown(session: Session, cell: Cell) -> list[str]:
        panel = InspectorPanel(LIGHT)
        qtbot.addWidget(panel)
        snapshot = session.snapshot()
        panel.show_snapshot(snapshot)
        panel.show_selection(with_cell(snapshot, Selection(), cell))
        panel.resize(380, 220)
        panel.show()
        qtbot.waitExposed(panel)
        return panel.page_view.toPlainText().replace("\u00a0", " ").splitlines()

    return shown


def test_that_a_value_set_between_updates_is_set_by_hand(lines_of) -> None:
    session = session_at()
    session.set_value("W1", (0, 0), "1/3")
    lines = lines_of(session, Cell("W1", 0, 0))
    assert lines[:5] == [
        "W¹₁₁ ← W¹₁₁ − η · ∂L/∂W¹₁₁",
        "= −0.5024 − 0.42 · (−0.004331)",
        "= −0.5024 − (−0.001819)",
        "= -0.5005441821507887",
        "← 0.3333333333333333  set by hand",
    ]
    words = "this update raised it by 0.001819. Then it was set by hand to 1/3 (was −0.5005)."
    assert words in lines[5]


@pytest.mark.parametrize("lines", [1, 5, 11])
def test_that_a_value_set_before_its_line_is_set_by_hand_and_moved_from_there(lines_of, lines: int) -> None:
    session = session_at(100, lines)
    session.set_value("W1", (0, 0), 3.0)
    before = "\n".join(lines_of(session, Cell("W1", 0, 0)))
    assert "W¹₁₁ = 3.0" in before
    assert "set by hand to 3 (was −0.5005). Line 12 changes it." in before
    session.step_line(12 - lines)
    after = "\n".join(lines_of(session, Cell("W1", 0, 0)))
    assert "= 3 − 0.42 · " in after
    moved = float(session.value("W1")[0, 0]) - 3.0
    said = re.search(
        r"this update (raised|lowered) it by ([\d.e−]+)\. It had been set by hand to 3 \(was −0.5005\)", after
    )
    assert said is not None
    assert float(said[2].replace("−", "-")) == pytest.approx(abs(moved), rel=1e-3)
    assert (said[1] == "raised") == (moved > 0)


def test_that_used_by_tells_which_lines_have_read_the_old_value(lines_of) -> None:
    session = session_at(100, 7)
    session.set_value("W2", (0, 0), 3.0)
    text = "\n".join(lines_of(session, Cell("W2", 0, 0)))
    assert "(line 3, before it was set by hand)" in text
    assert "(line 9)" in text


def test_that_the_chain_rule_says_why_a_line_has_another_number(lines_of) -> None:
    session = session_at(100, 7)
    old = float(session.value("W2")[0, 0])
    session.set_value("W2", (0, 0), 3.0)
    session.step_line(3)
    text = "\n".join(lines_of(session, Cell("delta1", 0, 0)))
    assert f"{old:.4f}" in text  # the loss depends on the weight that line 3 has read
    assert re.search(r"Line 9 has [\d.e−]+: W² was set by hand before it\.", text)
    assert f"the weight {3} passes that on" in text


def test_that_what_was_never_set_is_not_said_to_be(lines_of) -> None:
    session = session_at(100, 7)
    session.set_value("W1", (0, 0), 3.0)
    for cell in (Cell("W1", 1, 1), Cell("b1", 0, 0), Cell("Z1", 0, 0), Cell("delta2", 0, 0)):
        assert "set by hand" not in "\n".join(lines_of(session, cell))
    session.undo()
    assert "set by hand" not in "\n".join(lines_of(session, Cell("W1", 0, 0)))


def test_that_the_lowest_loss_is_measured_again(lines_of) -> None:
    session = session_at(20, optimiser=OptimiserSpec("evolution"), batch=BatchSpec("full"))
    session.set_value("W1", (0, 0), 5.0)
    text = "\n".join(lines_of(session, Cell(BEST, 0, 0)))
    assert "measured again" in text
    assert f"← {float(session.snapshot().values[BEST][0, 0])!r}" in text
