"""What is written evaluates to the value beside it: each row is read as a person reads it, and calculated.

A number that is shown stands for all that round to it, so each row yields a range; the value lies in it. The row's own
numbers, taken as they are shown, never yield infinity or nothing where the value is finite.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.explain.cell import CellExplanation, explain, explain_sample_loss
from nnviz.model.explain.chain_rule import chain
from nnviz.model.explain.contributions import Contributions, contributions
from nnviz.model.explain.text import Pieces, number_text, write
from nnviz.model.explain.tree import Tree, leaves
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import LEAK
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.edit.mistakes import possible_in
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.validation import ScenarioError, prepare
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

# Reading and calculating a row ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Range:
    """All values that a text may stand for, and the one that it stands for as it is written."""

    low: float
    shown: float
    high: float

    @staticmethod
    def of(*values: float, shown: float) -> Range:
        numbers = [value for value in values if not math.isnan(value)]
        if not numbers:
            return Range(-math.inf, shown, math.inf)
        return Range(min(numbers), shown, max(numbers))


def pairs(f: Callable[[float, float], float], one: Range, other: Range) -> Range:
    ends = (f(a, b) for a in (one.low, one.high) for b in (other.low, other.high))
    return Range.of(*ends, shown=f(one.shown, other.shown))


def growing(f: Callable[[float], float], of: Range) -> Range:
    return Range.of(f(of.low), f(of.high), shown=f(of.shown))


def divided(a: float, b: float) -> float:
    with np.errstate(all="ignore"):
        return float(np.divide(a, b))


def times(a: float, b: float) -> float:
    return 0.0 if 0.0 in (a, b) else a * b  # a term whose target is 0 is left out of a loss, whatever its logarithm is


def log(x: float) -> float:
    return -math.inf if x == 0 else math.nan if x < 0 else math.log(x)


def exp(x: float) -> float:
    return math.inf if x > 709 else math.exp(x)


def step(x: float) -> float:
    return float(x > 0)


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "σ": lambda z: 1 / (1 + exp(-z)) if z > -700 else exp(z),
    "tanh": math.tanh,
    "softplus": lambda z: z + math.log1p(exp(-z)) if z > 0 else math.log1p(exp(z)),
    "ReLU": lambda z: max(0.0, z),
    "LReLU": lambda z: max(LEAK * z, z),
    "ELU": lambda z: z if z > 0 else math.expm1(z),
    "swish": lambda z: z / (1 + exp(-z)) if z > -700 else 0.0,
    "bipolar": lambda z: math.tanh(z / 2),
    "GELU": lambda z: z * math.erfc(-z / math.sqrt(2)) / 2,
    "Φ": lambda z: math.erfc(-z / math.sqrt(2)) / 2,
    "φ": lambda z: exp(-z * z / 2) / math.sqrt(2 * math.pi),
    "id": float,
    "sign": lambda x: float(np.sign(x)),
    "√": lambda x: math.sqrt(max(x, 0.0)),
    "ln": log,
}

TOKEN = re.compile(
    r"(?P<known>⟦\d+⟧)|(?P<number>(\d+\.?\d*|∞|nan)(e[−-]?\d+)?)|(?P<word>σ|tanh|softplus|ReLU|LReLU|ELU|swish|bipolar|GELU|Φ|φ|id|sign|√|ln|max|if|else|or)"
    r"|(?P<power>e\^)|(?P<sign>[-−+·/()\[\]|²³½π,<>=])"
)


class Reader:
    """Reads a row: products bind more than sums, a power most; what stands side by side is multiplied."""

    def __init__(self, text: str, known: list[float]) -> None:
        self._known = known
        self._tokens: list[str] = []
        self._bars = 0
        place = 0
        for found in TOKEN.finditer(text):
            assert not text[place : found.start()].strip(" \u00a0"), f"cannot read {text[place:]!r} of {text!r}"
            self._tokens.append(found.group())
            place = found.end()
        assert not text[place:].strip(), f"cannot read {text[place:]!r} of {text!r}"
        self._at = 0

    def read(self) -> Range:
        value = self._conditional()
        assert self._at == len(self._tokens), self._tokens[self._at :]
        return value

    @property
    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, *texts: str) -> bool:
        if self._next in texts:
            self._at += 1
            return True
        return False

    def _conditional(self) -> Range:
        value = self._sum()
        if not self._take("if"):
            return value
        holds = self._comparison()
        while self._take("or"):
            holds = max(holds, self._comparison())
        assert self._take("else")
        other = self._conditional()
        if holds == 1:
            return value
        return other if holds == 0 else Range(min(value.low, other.low), value.shown, max(value.high, other.high))

    def _comparison(self) -> float:
        """Return 1 or 0, or ½ where the digits shown do not tell."""
        left, sign = self._sum(), self._next
        assert self._take("<", "=", ">"), self._tokens
        right = self._sum()
        if sign == ">":
            left, right = right, left
        if sign == "=":
            return float(left.shown == right.shown)
        if left.high <= right.low and left.shown < right.shown:
            return 1.0
        return 0.0 if left.low >= right.high else 0.5

    def _sum(self) -> Range:
        value = self._product()
        while self._next in ("+", "-", "−"):
            minus = not self._take("+")
            if minus:
                self._at += 1
            other = self._product()
            value = pairs((lambda a, b: a - b) if minus else (lambda a, b: a + b), value, other)
        return value

    def _product(self) -> Range:
        value = self._signed()
        while True:
            if self._take("·"):
                value = pairs(times, value, self._signed())
            elif self._take("/"):
                value = pairs(divided, value, self._signed())
            elif self._next and (self._next[0] in "([½√⟦π" or self._next in FUNCTIONS or self._next == "max"):
                value = pairs(times, value, self._signed())
            else:
                return value

    def _signed(self) -> Range:
        if self._take("−", "-"):
            return growing(lambda x: -x, self._signed())
        return self._powered()

    def _powered(self) -> Range:
        value = self._atom()
        while self._take("²"):
            least = 0.0 if value.low <= 0 <= value.high else min(value.low**2, value.high**2)
            value = Range(least, value.shown**2, max(value.low**2, value.high**2))
        while self._take("³"):
            value = growing(lambda x: x**3, value)
        return value

    def _atom(self) -> Range:
        text = self._next
        self._at += 1
        if text.startswith("⟦"):
            exact = self._known[int(text[1:-1])]
            width = abs(exact) * 1e-12
            return Range(exact - width, exact, exact + width)
        if text[0].isdigit() or text in ("∞", "nan"):
            return number(text)
        if text in ("½", "π"):
            exact = 0.5 if text == "½" else math.pi
            return Range(exact, exact, exact)
        if text == "e^":
            return growing(exp, self._signed())
        if text == "(":
            value = self._conditional()
            assert self._take(")"), self._tokens
            return value
        if text == "[":
            start = self._at
            value = self._conditional()
            if self._next in ("<", ">", "="):
                self._at = start
                holds = self._comparison()
                value = Range(math.floor(holds), holds, math.ceil(holds))
            assert self._take("]"), self._tokens
            return value
        if text == "|":
            value = self._sum()
            assert self._take("|"), self._tokens
            least = 0.0 if value.low <= 0 <= value.high else min(abs(value.low), abs(value.high))
            return Range(least, abs(value.shown), max(abs(value.low), abs(value.high)))
        if text == "max":
            assert self._take("(")
            value = self._sum()
            while self._take(","):
                value = pairs(max, value, self._sum())
            assert self._take(")")
            return value
        assert text in FUNCTIONS, (text, self._tokens)
        # tanh(x)² is the square of tanh(x).
        return growing(FUNCTIONS[text], self._atom() if self._next == "(" else self._powered())


def number(text: str) -> Range:
    """Return all numbers that round to a written one; a whole number of few digits is itself."""
    plain = text.replace("−", "-").replace("∞", "inf")
    value = float(plain)
    if not math.isfinite(value):
        return Range(-math.inf, value, math.inf)
    mantissa, _, exponent = plain.partition("e")
    if "." not in mantissa and not exponent and len(mantissa.lstrip("-")) < 4:
        return Range(value, value, value)
    half = 0.5 * 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2])) * (1 + 1e-9)
    return Range(value - half, value, value + half)


def text_of(pieces: Pieces) -> str:
    """Return a row as the inspector writes it, with the sum of the terms that are left out in their place."""
    texts = []
    for piece in pieces:
        if piece.rest is None:
            texts.append(piece.text)
        else:
            shown = number_text(piece.rest.value)
            texts.append(f"({shown})")
    return "".join(texts)


def symbols_row(pieces: Pieces, tree: Tree) -> tuple[str, list[float]]:
    """Return the row of symbols with a place for each, and their values."""
    values = {leaf.text.replace(" ", "\u00a0"): leaf.value for leaf in leaves(tree) if not leaf.is_literal}
    texts, known = [], []
    for piece in pieces:
        text = piece.text
        if piece.rest is not None:
            known.append(piece.rest.value)
            text = f"⟦{len(known) - 1}⟧"
        texts.append(in_places(text, values, known))
    return "".join(texts), known


def in_places(text: str, values: Mapping[str, float], known: list[float]) -> str:
    """Put a place for each symbol of a text, and its value among those that are known."""
    for label in sorted(values, key=len, reverse=True):
        whole = rf"(?<![A-Za-z]){re.escape(label)}(?![A-Za-z])"  # no part of a function's name
        if re.search(whole, text):
            known.append(values[label])
            text = re.sub(whole, f"⟦{len(known) - 1}⟧", text)
    return text


def check(explanation: CellExplanation, about: object) -> None:
    value = explanation.value
    assert value is not None
    text, known = symbols_row(write(explanation).symbols, explanation.tree)
    rows = [(text, Reader(text, known).read())]
    rows += [(text, Reader(text, []).read()) for text in map(text_of, write(explanation).numbers)]
    slack = 1e-9 * max([abs(value), *(abs(leaf.value) for leaf in leaves(explanation.tree))])
    for text, found in rows:
        assert found.low - slack <= value <= found.high + slack, (about, text, found, value)
        assert math.isfinite(found.shown) or not math.isfinite(value), (about, text, found, value)


# The programs --------------------------------------------------------------------------------------------------------


def scenario(
    hidden="tanh", output="sigmoid", loss="binary-cross-entropy", outputs=1, units=(3, 2), **others
) -> Scenario:
    rng = np.random.default_rng(3)
    labels = tuple(int(label) for label in np.arange(11) % max(2, outputs))
    return Scenario(
        title={"en": "test"},
        data=DataSpec(kind="explicit", inputs=tuple(map(tuple, rng.normal(size=(11, 3)).tolist())), labels=labels),
        layers=(*(Layer(count, hidden) for count in units), Layer(outputs, output)),
        loss=loss,
        batch=others.pop("batch", BatchSpec(4)),
        initial=InitialSpec(weights=Method("normal", 0.5), biases=Method("normal", 0.5)),
        **others,
    )


IN_PROGRAMS = [name for name, row in CATALOGUE.items() if not row.is_own_code]
TO_BE_WRONG = (
    scenario(),
    scenario("sigmoid", "sigmoid", "half-squared", batch=BatchSpec("full")),
    scenario("leaky-relu", units=(4, 4)),
    scenario(units=(11, 11), batch=BatchSpec("full")),
    scenario(batch=BatchSpec(20)),
    scenario("softplus", "softmax", "categorical-cross-entropy", outputs=3, batch=BatchSpec("full")),
    scenario(output="identity", loss="half-squared"),
    scenario(units=(11,), outputs=11, loss="half-squared", batch=BatchSpec("full")),
    scenario(optimiser=OptimiserSpec("adam"), penalty=PenaltySpec("l2", 0.1)),
    scenario(optimiser=OptimiserSpec("momentum")),
    scenario(optimiser=OptimiserSpec("nesterov")),
)
"""Each mistake can be made in one of them."""


ROWS = [row for row in ACTIVATIONS.values() if row.name != "gelu-tanh"]
"""The slope of the one left out is written with a letter for a part of it."""


def all_scenarios() -> Iterator[tuple[str, Scenario]]:
    for loss in LOSSES.values():
        for output in ROWS:
            # What is hidden does not depend on the loss.
            for hidden in ROWS if loss.name == "half-squared" else [ACTIVATIONS["tanh"]]:
                fits = loss.needs in (None, output.name) and not hidden.couples_units
                for outputs in (1, 3) if fits else ():
                    others = {"hidden": hidden.name, "output": output.name, "loss": loss.name, "outputs": outputs}
                    yield " ".join(map(str, others.values())), scenario(**others)
    for method in METHODS:
        for penalty in ("none", *PENALTIES):
            batch = BatchSpec("full" if method in STRATEGIES else 4)
            own = {"optimiser": OptimiserSpec(method), "penalty": PenaltySpec(penalty, 0.1), "batch": batch}
            yield f"{method} {penalty}", scenario(**own)
    tried: Counter[str] = Counter()
    for number, base in enumerate(TO_BE_WRONG):
        for mistake in (row.name for row in possible_in(base, prepare(base).data) if tried[row.name] < 2):
            tried[mistake] += 1
            for hides in (False, True):
                yield f"mistake {mistake} {number} {hides}", replace(base, mistakes=(mistake,), hides_mistakes=hides)
    yield "many units", scenario(units=(10, 2), outputs=10, output="softmax", loss="categorical-cross-entropy")
    yield "one sample", scenario(batch=BatchSpec(1), train_biases=False)
    yield "whole data", scenario(batch=BatchSpec("full"))


def sessions(part: int, parts: int) -> Iterator[tuple[str, Session]]:
    for number, (name, each) in enumerate(all_scenarios()):
        if number % parts == part:
            try:
                yield name, Session(each)
            except ScenarioError:
                assert each.mistakes or each.loss != "half-squared", name  # a loss not for that output; an odd mistake


@pytest.mark.slow
def test_that_every_mistake_is_among_them() -> None:
    found = (session.scenario.mistakes for _, session in sessions(0, 1))
    assert {mistake for made in found for mistake in made} == set(IN_PROGRAMS)


def cells(snapshot: Snapshot) -> Iterator[Cell]:
    for line in snapshot.program:
        rows, columns = snapshot.shapes[line.writes]
        for place in dict.fromkeys([(0, 0), (rows - 1, columns - 1)]):
            yield Cell(line.writes, *place)


PARTS = 97


def check_all(name: str, snapshot: Snapshot) -> int:
    count = 0
    if snapshot.hides_mistakes:
        return 0  # the right lines are shown beside the numbers of wrong ones: that is the question
    for convention in ("columns", "rows"):
        for cell in cells(snapshot):
            explanation = explain(snapshot, cell, convention=convention)
            if explanation is None or explanation.value is None or not math.isfinite(explanation.value):
                continue
            check(explanation, (name, cell, convention))
            parts = contributions(snapshot, cell, convention=convention)
            if parts is not None:
                check_parts(parts, explanation)
                scale = max(abs(part.value) for part in parts.parts)
                assert parts.value == pytest.approx(explanation.value, rel=1e-9, abs=1e-9 * scale), (name, cell)
            count += 1
        for cell in cells(snapshot):
            found = chain(snapshot, cell, 0, convention=convention)
            for level in () if found is None else found.levels:
                for tree in (level.tree, level.cancelled):
                    if tree is not None and math.isfinite(level.value):
                        check(CellExplanation(level.text, None, 1, tree, level.value), (name, level.text))
        if snapshot.position.line >= snapshot.program.line_of["L"]:
            for column in range(len(snapshot.batch)):
                explanation = explain_sample_loss(snapshot, column, convention=convention)
                if math.isfinite(explanation.value):
                    check(explanation, (name, "ℓ", column))
    return count


def check_parts(parts: Contributions, explanation: CellExplanation) -> None:
    """Check that each bar's term evaluates to its value, where its symbols are all in the equation."""
    values = {leaf.text: leaf.value for leaf in leaves(explanation.tree) if not leaf.is_literal}
    for part in parts.parts:
        known: list[float] = []
        text = in_places(part.whole, values, known)
        if re.search(r"[ᵀ⁰¹³-⁹₀-₉ηλδ∂WLRJ]", text):
            continue  # a term of a long sum, which the equation leaves out
        found, slack = Reader(text, known).read(), 1e-9 * max(map(abs, known), default=0.0)
        assert found.low - slack <= part.value <= found.high + slack, (part, text)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.sample(1)
def test_that_every_row_evaluates_to_the_value_beside_it(part: int) -> None:
    count = 0
    for name, session in sessions(part, PARTS):
        session.step_update(3)  # the third batch is a partial one
        count += check_all(name, session.snapshot())
    assert count > 80


EDITED = {
    "tanh, cross-entropy": scenario(),
    "L2, Adam": scenario(optimiser=OptimiserSpec("adam"), penalty=PenaltySpec("l2", 0.1)),
    "L1, Nesterov": scenario(optimiser=OptimiserSpec("nesterov"), penalty=PenaltySpec("l1", 0.1)),
    "softmax": scenario("relu", "softmax", "categorical-cross-entropy", outputs=3),
    "frozen biases": scenario(train_biases=False),
    "in place": scenario(mistakes=("in-place",)),
    "evolution": scenario(optimiser=OptimiserSpec("evolution"), batch=BatchSpec("full")),
    "population": scenario(
        optimiser=OptimiserSpec("evolution-population"), penalty=PenaltySpec("l2", 0.1), batch=BatchSpec("full")
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITED)
@pytest.mark.sample(1)
def test_that_every_row_does_so_whatever_is_set_in_the_middle_of_an_update(name: str) -> None:
    rng = np.random.default_rng(5)
    session = Session(EDITED[name])
    session.step_update(2)
    parameters = session.program.parameters
    for _ in range(len(session.program) + 6):
        if rng.random() < 0.6:
            symbol = str(rng.choice(parameters))
            rows, columns = session.value(symbol).shape
            session.set_value(symbol, (int(rng.integers(rows)), int(rng.integers(columns))), float(rng.normal()))
        if rng.random() < 0.1:
            session.undo()
        check_all(name, session.snapshot())
        session.step_line()


@pytest.mark.parametrize("name", ["tanh, cross-entropy", "in place"])
def test_that_what_is_set_between_two_lines_reads_so_in_each(name: str) -> None:
    """The first line that reads it read the old value, the second the new one, and its own line moves that."""
    session = Session(EDITED[name])
    session.step_update()
    session.step_line(session.program.line_of["Z2"])
    old = float(session.value("W2")[0, 0])
    session.set_value("W2", (0, 0), 7.0)
    session.step_line(session.program.line_of["W2"] - session.program.line_of["Z2"])
    snapshot = session.snapshot()
    read = {}
    for symbol in ("Z2", "delta1", "W2"):
        found = leaves(explain(snapshot, Cell(symbol, 0, 0)).tree)
        read[symbol] = next((leaf.value for leaf in found if leaf.cell == Cell("W2", 0, 0)), None)
    assert read["Z2"] == old
    assert read["W2"] == 7.0
    # In place, W² has moved before δ¹ reads it.
    assert read["delta1"] == (7.0 if name != "in place" else snapshot.values["W2"][0, 0])


@pytest.mark.parametrize("value", [1 - 1e-5, 1 - 1e-9, -1 + 3e-13, 1 + 2e-6, 0.99995, 1 - 4.9e-5])
def test_that_a_number_that_is_almost_1_shows_by_how_much_it_is_not(value: float) -> None:
    shown = float(number_text(value).replace("−", "-"))
    assert 1 - abs(shown) == pytest.approx(1 - abs(value), rel=0.06)


def test_that_1_is_written_as_1() -> None:
    assert (number_text(1.0), number_text(-1.0)) == ("1", "−1")


@pytest.mark.parametrize("name", [name for name, rule in ACTIVATIONS.items() if not rule.couples_units])
def test_that_the_definitions_of_activations_and_of_their_slopes_are_what_is_computed(name: str) -> None:
    def numbered(letter: re.Match[str]) -> str:
        return f"⟦{'zat'.index(letter[0])}⟧"

    rule = ACTIVATIONS[name]
    for z in (-3.0, -0.7, 0.4, 2.5):
        a, slope = np.empty((1, 1)), np.empty((1, 1))
        rule.function(np.array([[z]]), a)
        rule.slope(a if rule.slope_reads == "A" else np.array([[z]]), slope)
        for formula, value in ((rule.formula, a[0, 0]), (rule.slope_formula, slope[0, 0])):
            known = [z, float(a[0, 0])]
            text, _, where = re.sub(r"(?<![A-Za-z])[zat](?![A-Za-z])", numbered, formula).partition(", ⟦2⟧ = ")
            if where:
                known.append(Reader(where, known).read().shown)
            assert Reader(text, known).read().shown == pytest.approx(value, rel=1e-12)
