"""What scripts and notebooks can do with a session, and what they see of it."""

import doctest
import inspect
import subprocess
import sys
import textwrap

import numpy as np
import pytest

import nnviz
from nnviz import ModelError, NotComputedError, Scenario
from nnviz.model.breakpoints import (
    AccuracyReached,
    ExpressionHolds,
    LineReached,
    LossAbove,
    LossBelow,
    NotFinite,
    SizeBelow,
    WeightChangesSign,
)
from nnviz.model.session import session as model
from nnviz.model.session.selection import Cell


@pytest.fixture
def session():
    session = nnviz.Session(Scenario.load("xor"))
    session.step_update(160)
    session.step_line(11)
    return session


# Breakpoints ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        (9, LineReached("delta1")),
        ("dW1", LineReached("dW1")),
        ("loss > 3", LossAbove(3.0)),
        ("loss<1e-2", LossBelow(0.01)),
        ("abs(delta1).max() < 1e-6", ExpressionHolds("abs(delta1).max() < 1e-6")),
        ("not-finite", NotFinite()),
        ("accuracy", AccuracyReached()),
        (SizeBelow("delta", 1e-3), SizeBelow("delta", 1e-3)),
    ],
)
def test_that_a_breakpoint_is_written_as_line_symbol_expression_name_or_condition(session, written, condition):
    assert session.add_breakpoint(written) == condition
    assert [(point.condition, point.enabled) for point in session.breakpoints] == [(condition, True)]
    session.remove_breakpoint(written)
    assert session.breakpoints == ()


def test_that_a_named_condition_takes_its_parameters(session):
    assert session.add_breakpoint("sign-change", symbol="W1") == WeightChangesSign("W1")
    assert session.add_breakpoint("loss-below", bound=0.2) == LossBelow(0.2)
    with pytest.raises(ModelError, match="bond"):
        session.add_breakpoint("loss-below", bond=0.2)
    with pytest.raises(ModelError, match="bound"):
        session.add_breakpoint("dW1", bound=0.2)


@pytest.mark.parametrize(
    "written", [0, 16, "W9", "loss > ", "loss > much", "X", "dW1 > 3", "dW1 +", "__import__('os')"]
)
def test_that_what_is_no_breakpoint_is_refused_and_changes_nothing(session, written):
    with pytest.raises(ModelError):
        session.add_breakpoint(written)
    assert session.breakpoints == ()


def test_that_a_breakpoint_is_there_once_and_one_that_is_not_there_cannot_be_removed(session):
    for written in (10, "dW1", LineReached("dW1"), 9):
        session.add_breakpoint(written)
    assert [point.condition for point in session.breakpoints] == [LineReached("dW1"), LineReached("delta1")]
    with pytest.raises(ModelError, match="dW2"):
        session.remove_breakpoint("dW2")
    session.clear_breakpoints()
    assert session.breakpoints == ()


def test_that_a_run_stops_where_a_breakpoint_says_and_tells_why(session):
    session.add_breakpoint("abs(delta1).max() < 0.2")
    (stop,) = session.run_until()
    assert (stop.update, stop.line) == (session.position.update, session.position.line)
    assert np.abs(session.value("delta1")).max() < 0.2
    assert repr(stop) == f"<update {stop.update}, line 9: abs(delta1).max() < 0.2 holds>"
    session.step_update(3)
    session.run_back_until()
    assert (session.position.update, session.position.line) == (stop.update, stop.line)


def test_that_a_run_ends_at_its_limit_without_a_stop(session):
    session.add_breakpoint("loss > 100")
    assert session.run_until(limit=5) == ()
    assert session.position.update == 165


def test_that_a_stop_names_the_cell(session):
    session.add_breakpoint("sign-change")
    session.seek(0)
    (stop, *_) = session.run_until()
    value = session.value(stop.cell.symbol)[stop.cell.row, stop.cell.column]
    session.step_back_update()
    assert value * session.value(stop.cell.symbol)[stop.cell.row, stop.cell.column] < 0


# Checks and explanations ---------------------------------------------------------------------------------------------


def test_that_the_gradient_check_prints_a_row_and_a_verdict_for_each_gradient(session):
    check = session.gradient_check()
    title, head, *rows = repr(check).splitlines()
    assert title == "gradient check of update 161: L, every cell"
    assert "largest relative error" in head
    assert [row.split()[0] for row in rows] == ["dW1", "db1", "dW2", "db2"]
    assert all(row.endswith("good") for row in rows)
    assert f"{check.parameters['W1'].maximum:.3e}" in rows[0]
    assert list(session.gradient_check(symbols=["b1"]).parameters) == ["b1"]


def test_that_a_coarse_step_is_no_longer_good(session):
    # Curvature could be all of the difference, so that it shows nothing wrong with the gradient.
    assert session.gradient_check(epsilon=0.5).band.name == "too-small"
    assert repr(session.gradient_check(epsilon=0.5)).splitlines()[2].endswith("too small to tell")


def test_that_a_check_along_directions_and_one_over_bends_say_so():
    session = nnviz.Session(Scenario.load("spiral"))
    assert "8 random directions" in repr(session.gradient_check(cells_max=1))
    planar = nnviz.Session(Scenario.load("xor-stuck"))
    check = planar.gradient_check(epsilon=3.0)
    crossing = [each for each in check.parameters.values() if each.crossings]
    assert bool(crossing) == ("bend" in repr(check))


def test_that_the_update_check_prints_what_changed_and_what_has_not_yet(session):
    session.step_line()
    rows = repr(session.update_check()).splitlines()
    assert rows[0] == "update check of update 161"
    assert rows[2].split()[0] == "W1"
    assert rows[2].endswith("as it should")
    assert all(row.endswith("has not changed yet") for row in rows[3:])
    session.step_update()
    assert all(row.endswith("as it should") for row in repr(session.update_check()).splitlines()[2:])


def test_that_a_value_set_by_hand_is_no_change_of_the_update(session):
    session.step_update()
    session.set_value("W1", (0, 1), 3.0)
    assert session.update_check().agrees
    assert repr(session.update_check()).splitlines()[2].endswith("as it should")


def test_that_a_cell_is_explained_with_symbols_numbers_and_terms(session):
    equation = session.explain("dW1", (0, 1))
    first, *numbers = repr(equation).splitlines()
    assert first == "∂L/∂W¹₁₂ = (δ¹₁₁ · x₂₁ + δ¹₁₂ · x₂₂ + δ¹₁₃ · x₂₃ + δ¹₁₄ · x₂₄) / m"
    assert numbers[-1].strip() == f"= {equation.value!r}".replace("-", "−")
    assert equation.line == session.program.line_of["dW1"]
    assert equation.value == session.value("dW1")[0, 1]
    assert [term.whole for term in equation.terms] == [f"δ¹₁{n} · x₂{n} / m" for n in "₁₂₃₄"]
    assert sum(term.value for term in equation.terms) == pytest.approx(equation.value, rel=1e-12)
    assert equation.terms[1].cell == Cell("delta1", 0, 1)


def test_that_every_computed_cell_can_be_explained_and_its_terms_add_up(session):
    session.step_update()
    for name in session.program.line_of:
        for cell in np.ndindex(np.atleast_2d(session.value(name)).shape):
            equation = session.explain(name, cell)
            assert equation.value == np.atleast_2d(session.value(name))[cell]
            if equation.terms:
                assert sum(t.value for t in equation.terms) == pytest.approx(equation.value, rel=1e-9, abs=1e-15)


def test_that_a_line_to_come_is_explained_without_numbers_and_data_not_at_all(session):
    session.step_line(5)  # line 1 of the next update
    equation = session.explain("Z2", (0, 3))
    assert (equation.value, equation.terms, len(equation.rows)) == (None, (), 1)
    for symbol in ("X", "W1"):
        with pytest.raises(NotComputedError):
            session.explain(symbol, (0, 0))
    for symbol, cell in (("W9", (0, 0)), ("dW1", (3, 0)), ("dW1", (0, -1))):
        with pytest.raises(ModelError):
            session.explain(symbol, cell)


def test_that_a_watch_gives_every_update_also_those_before_it_was_asked_for():
    session, expected = nnviz.Session(Scenario.load("xor")), [np.nan]
    for _ in range(30):
        session.step_update()
        expected.append(np.linalg.norm(session.value("dW1")))
    session.seek(12, 4)
    curve = session.watch("norm(dW1)")
    assert curve.stride == 1
    np.testing.assert_allclose(curve.least, expected, rtol=1e-12)
    assert (session.position.update, session.position.line) == (12, 4)
    for text in ("W1", "norm(W9)", "norm("):
        with pytest.raises(ModelError):
            session.watch(text)


# Files ---------------------------------------------------------------------------------------------------------------


def test_that_a_saved_session_opens_where_it_was_with_its_breakpoints(session, tmp_path):
    session.add_breakpoint("dW1")
    session.add_breakpoint("not-finite")
    session.seek(40)
    session.set_value("W1", (0, 1), "1/3")
    session.step_line(3)
    session.save(tmp_path / "a.nnviz")
    opened = nnviz.open(str(tmp_path / "a.nnviz"))
    assert opened.position == session.position
    assert opened.breakpoints == session.breakpoints
    assert [branch.name for branch in opened.branches] == [branch.name for branch in session.branches]
    for each in (session, opened):
        each.step_update(10)
    for name in session.symbols:
        assert np.array_equal(opened.value(name), session.value(name))
    assert opened.run_until()[0].condition == LineReached("dW1")


def test_that_what_is_no_session_file_is_refused(tmp_path):
    (tmp_path / "a.nnviz").write_text("{}")
    with pytest.raises(ModelError, match=r"a\.nnviz"):
        nnviz.open(tmp_path / "a.nnviz")


def test_that_a_breakpoint_that_this_nnviz_does_not_know_is_reported(session, tmp_path):
    from nnviz.model.session_file.file import save_session

    save_session(session.model, tmp_path / "a.nnviz", {"breakpoints": [{"kind": "explode"}, {"kind": "not-finite"}]})
    with pytest.warns(UserWarning, match="explode"):
        opened = nnviz.open(tmp_path / "a.nnviz")
    assert [point.condition for point in opened.breakpoints] == [NotFinite()]


# The package ---------------------------------------------------------------------------------------------------------


def test_that_the_examples_in_the_docstrings_are_true():
    from nnviz.model.session import session as model_session
    from nnviz.scripting import session as scripting_session

    for module in (scripting_session, model_session):
        found = doctest.testmod(module)
        assert found.attempted > 0
        assert found.failed == 0


@pytest.mark.slow
def test_that_importing_nnviz_loads_neither_qt_nor_what_only_a_session_needs():
    code = """
        import sys
        import nnviz
        assert not any(name.startswith(("nnviz.scripting.session", "nnviz.model.breakpoints")) for name in sys.modules)
        session = nnviz.Session(nnviz.Scenario.load("xor"))
        session.add_breakpoint("dW1")
        session.run_until()
        session.gradient_check(), session.update_check(), session.explain("dW1", (0, 1)), session.watch("norm(dW1)")
        assert not any(name.startswith(("PyQt6", "pyqtgraph")) for name in sys.modules)
        assert {"Session", "open"} <= set(dir(nnviz))
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, timeout=300)


def test_that_a_name_that_nnviz_lacks_is_an_error_as_everywhere():
    with pytest.raises(AttributeError, match="sesion"):
        nnviz.sesion  # noqa: B018


def test_that_sessions_and_their_branches_print_in_a_line(session):
    assert repr(session).startswith("<Session XOR: update 161, line 11 of 15, loss 0.")
    assert "array" not in repr(session.branches)


# What it has of the model's session ----------------------------------------------------------------------------------

ONLY_FOR_THE_WINDOW = {
    *(
        "contents",
        "discard_after",
        "let_interrupt",
        "newest_place",
        "past",
        "place",
        "prepared",
        "stays_finite",
        "watch_losses",
    ),
}


def test_that_it_has_every_member_of_the_models_session_that_scripts_can_use(session):
    members = {name for name in vars(model.Session) if not name.startswith("_")}
    assert members - set(dir(session)) == ONLY_FOR_THE_WINDOW
    for name in members - ONLY_FOR_THE_WINDOW:
        assert getattr(nnviz.Session, name).__doc__, name


def test_that_methods_of_the_models_session_have_its_signatures_and_do_the_same(session):
    other = model.Session(Scenario.load("xor"))
    other.step_update(160)
    other.step_line(11)
    for each in (session, other):
        each.seek(40, line=3)
        each.set_value("W1", (0, 1), "1/3", branch="a third")
        each.step_epoch()
    assert session.position == other.position
    assert session.value("W1").tobytes() == other.value("W1").tobytes()
    assert session.snapshot(measured=False).branch == "a third"
    for name in ("seek", "change", "set_value", "step_line", "step_update"):
        assert inspect.signature(getattr(nnviz.Session, name)) == inspect.signature(getattr(model.Session, name))


def test_that_an_unknown_member_is_an_error(session):
    with pytest.raises(AttributeError):
        session.step_lines  # noqa: B018 - that it raises is the point


def test_that_it_goes_on_with_a_session_of_the_model(session):
    again = nnviz.Session(session.model)
    session.step_line()
    assert again.position == session.position
    assert again.breakpoints == ()
