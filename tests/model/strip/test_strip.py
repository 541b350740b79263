"""A line written out says what the program says, and its operands give its result."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.explain.text import number_text
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.arithmetic import arithmetic
from nnviz.model.strip.equation import equation_of
from nnviz.model.strip.line_numbers import LineNumbers
from nnviz.model.strip.reach import clipped
from nnviz.model.strip.tokens import Bracket, Sign, StripOperand, Token, text_of_tokens
from nnviz.model.strip.written_line import WrittenLine, written_line
from nnviz.model.text.convention import Convention


def small(hidden="tanh", output="sigmoid", loss="binary-cross-entropy", outputs=1, **others) -> Scenario:
    """Three inputs, seven samples, batches of four."""
    rng = np.random.default_rng(3)
    data = DataSpec(
        kind="explicit",
        inputs=tuple(map(tuple, rng.normal(size=(7, 3)).tolist())),
        labels=tuple(int(label) for label in np.arange(7) % max(2, outputs)),
    )
    return Scenario(
        title={"en": "test"},
        data=data,
        layers=(Layer(5, hidden), Layer(outputs, output)),
        loss=loss,
        batch=BatchSpec(4),
        initial=InitialSpec(weights=Method("normal", 0.5), biases=Method("normal", 0.5)),
        **others,
    )


SCENARIOS = {
    **{name: small(optimiser=OptimiserSpec(name)) for name in OPTIMISERS},
    **{
        f"slope of {name}": small(name, "sigmoid", "half-squared")
        for name in ACTIVATIONS
        if name not in ("softmax", "gelu-tanh")
    },
    "softmax": small("tanh", "softmax", "categorical-cross-entropy", outputs=3),
    "softmax, half squared": small("tanh", "softmax", "half-squared", outputs=3),
    "half squared": small("sigmoid", "sigmoid", "half-squared"),
    "hinge": small("tanh", "identity", "hinge"),
    "mean squared": small("relu", "identity", "mean-squared", outputs=3),
    "absolute, summed": small("tanh", "identity", "mean-absolute", outputs=3, reduction="sum"),
    "l1": small(penalty=PenaltySpec("l1", 0.1)),
    "l2": small(penalty=PenaltySpec("l2", 0.1)),
}
SHIPPED = [name for name in shipped_scenarios() if not name.startswith("mnist")]
CONVENTIONS: tuple[Convention, ...] = ("columns", "rows")


def moments(scenario: Scenario) -> list[Snapshot]:
    """Return a moment after each line of an update in which nothing is as at the start."""
    session = Session(scenario)
    session.step_update(3)
    found = []
    for _ in range(len(session.snapshot().program)):
        session.step_line()
        found.append(session.snapshot())
    return found


def scenario_of(name: str) -> Scenario:
    return SCENARIOS[name] if name in SCENARIOS else find_scenario(name)


def written_at(snapshot: Snapshot, convention: Convention) -> tuple[WrittenLine, LineNumbers]:
    number = snapshot.position.line
    written = written_line(snapshot.program[number], snapshot.labels, convention)
    return written, LineNumbers(snapshot, number, written)


class Reader:
    """Reads tokens as a person with numpy would."""

    def __init__(self, numbers: LineNumbers, convention: Convention) -> None:
        self._numbers, self._samples = numbers, 1 if convention == "columns" else 0

    def value(self, tokens: tuple[Token, ...]) -> Any:
        names: dict[str, Any] = {
            "norm2": lambda a: np.square(a).sum(),
            "norm1": lambda a: np.abs(a).sum(),
            "square": np.square,
            "root": np.sqrt,
            "size": np.abs,
            "sign": np.sign,
            "most": np.maximum,
            "over_samples": lambda a: a.sum(axis=self._samples, keepdims=True),
            "over_units": lambda a: a.sum(axis=1 - self._samples, keepdims=True),
            "total": np.sum,
        }
        for activation in ACTIVATIONS.values():
            names[f"f_{activation.name.replace('-', '_')}"] = self._function(activation)
        parts: list[str] = []
        closing: list[str] = []
        for token in tokens:
            match token:
                case StripOperand():
                    name = f"v{len(names)}"
                    names[name] = self._numbers.value(token)
                    assert names[name] is not None
                    self._add(parts, name)
                case Sign(text):
                    for part in self._sign(text):
                        self._add(parts, part)
                case Bracket(opens=True):
                    end = next(each for each in self._closing(tokens, token))
                    self._add(parts, self._opening(token, end))
                    closing.append(" > 0)" if token.shape == "[" else ")")
                case Bracket():
                    text = closing.pop()
                    if text == " > 0)":
                        parts.pop()
                    parts.append((" > 0) * 1.0)" if text == " > 0)" else ")") + (".T" if token.after == "ᵀ" else ""))
        with np.errstate(all="ignore"):
            return eval(" ".join(parts), {}, names)

    def _closing(self, tokens: tuple[Token, ...], opening: Bracket):
        depth = 0
        for token in tokens[tokens.index(opening) :]:
            if isinstance(token, Bracket):
                depth += 1 if token.opens else -1
                if not depth:
                    yield token

    def _opening(self, token: Bracket, end: Bracket) -> str:
        if token.shape == "‖":
            return "norm2(" if end.after == "²" else "norm1("
        if token.shape == "|":
            return "size("
        if token.shape == "[":
            return "(("
        if token.before in ("Σ", "Σₖ"):
            return "over_samples(" if token.before == "Σ" else "over_units("
        named = {"√": "root(", "sign": "sign(", "max": "most("}
        if token.before in named:
            return named[token.before]
        for activation in ACTIVATIONS.values():
            if token.before == activation.sign:
                return f"f_{activation.name.replace('-', '_')}("
        assert not token.before, token.before
        return "square(" if end.after == "²" else "("

    def _sign(self, text: str) -> list[str]:
        fixed = {"·": "@", "⊙": "*", "−": "-", "=": "==", "Σ": "over_samples", "Σₖ": "over_units", "> 0": "X"}
        if text in fixed:
            return [fixed[text]]
        return [str({"½": 0.5, "¼": 0.25}.get(text, text.replace("−", "-")))]

    def _add(self, parts: list[str], part: str) -> None:
        """Write a product where two things stand side by side; a sum sign takes what follows."""
        is_value = part[0] in "v(" or part[0].isdigit() or part.endswith("(")
        if parts and parts[-1] in ("over_samples", "over_units"):
            parts.append(f"({part})")
            return
        if parts and is_value and ((parts[-1][0] in "v)(" and not parts[-1].endswith("(")) or parts[-1][0].isdigit()):
            parts.append("*")
        parts.append(part)

    def _function(self, activation):
        def apply(z):
            source = z if self._samples else z.T
            out = np.empty(source.shape)
            activation.function(np.ascontiguousarray(source), out)
            return out if self._samples else out.T

        return apply


@pytest.mark.sample(14)
@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", [*SCENARIOS, *SHIPPED])
def test_a_strip_says_what_the_program_says_and_gives_its_result(name: str, convention: Convention) -> None:
    for snapshot in moments(scenario_of(name)):
        written, numbers = written_at(snapshot, convention)
        formula = written.line.formula(snapshot.labels, convention)
        said = text_of_tokens((written.result, Sign(written.sign), *written.operands))
        assert said == formula.replace(" ", "")
        result, reader = numbers.result, Reader(numbers, convention)
        assert result is not None
        assert numbers.shape(written.result) == result.shape
        rows = [written.computed] if written.computed and numbers.shows_computed else []
        if written.line.writes != "L":
            rows.append(written.operands)
        for tokens in rows:
            scale = max(1e-300, float(np.abs(result).max()))
            assert np.broadcast_to(reader.value(tokens), result.shape) / scale == pytest.approx(
                result / scale, abs=1e-9
            )


def test_an_update_line_reads_the_value_before_and_says_what_it_replaces() -> None:
    for snapshot in moments(find_scenario("xor"))[11:]:
        written, _ = written_at(snapshot, "columns")
        equation = equation_of(snapshot, snapshot.position.line, written)
        symbol = written.line.writes
        assert equation.replaces is not None
        old, new = equation.value(equation.replaces), equation.value(equation.result)
        assert old is snapshot.before[symbol]
        assert new is snapshot.values[symbol]


def test_a_value_that_was_set_after_a_line_had_run_is_not_what_it_read() -> None:
    session = Session(find_scenario("xor"))
    session.step_line()
    read = session.snapshot().values["W1"].copy()
    session.set_value("W1", (0, 0), "7")
    snapshot = session.snapshot()
    written, numbers = written_at(snapshot, "columns")
    operand = next(token for token in written.operands if isinstance(token, StripOperand) and token.symbol == "W1")
    value = numbers.value(operand)
    assert value is not None
    assert value.tolist() == read.tolist()


def test_what_has_not_been_computed_has_a_shape_and_no_value() -> None:
    snapshot = Session(find_scenario("xor")).snapshot()
    written = written_line(snapshot.program[9], snapshot.labels, "columns")
    equation = equation_of(snapshot, 9, written)
    assert equation.value(equation.result) is None
    assert not equation.computed
    values = {operand.label: equation.value(operand) for operand in equation.every}
    assert {label for label, value in values.items() if value is not None} == {"W²ᵀ"}
    assert equation.shape(equation.result) == snapshot.shapes["delta1"]


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", ["softmax, half squared", "adam", "l1"])
def test_a_cell_depends_on_nothing_outside_the_rows_and_columns_that_are_framed(
    name: str, convention: Convention
) -> None:
    rng = np.random.default_rng(5)
    for snapshot in moments(SCENARIOS[name]):
        written, numbers = written_at(snapshot, convention)
        if written.line.writes == "L":
            continue
        rows, columns = numbers.shape(written.result)
        row, column = int(rng.integers(rows)), int(rng.integers(columns))

        class Changed:
            """The same numbers, but for those that the cell does not depend on."""

            def value(self, operand: StripOperand, numbers=numbers, place=(row, column)):
                value = numbers.value(operand)
                there = operand.reach(place)
                if there is None or operand.is_number:
                    return value
                there = clipped(there, value.shape)
                kept = np.zeros(value.shape, bool)
                kept[tuple(slice(None) if at is None else at for at in there)] = True
                return np.where(kept, value, rng.normal(size=value.shape))

        result = numbers.result
        assert result is not None
        found = np.broadcast_to(Reader(Changed(), convention).value(written.operands), result.shape)
        assert found[row, column] == pytest.approx(result[row, column], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(("number", "sign"), [(9, "⊙"), (12, "−")])
def test_the_arithmetic_of_a_cell_ends_with_what_the_line_wrote(number: int, sign: str) -> None:
    snapshot = moments(find_scenario("xor"))[number - 1]
    written, numbers = written_at(snapshot, "columns")
    steps = arithmetic(snapshot, written, 1, 1)
    result = numbers.result
    assert result is not None
    assert steps[-1] == f"= {number_text(float(result[1, 1]))}"
    assert sign in "".join(steps)
