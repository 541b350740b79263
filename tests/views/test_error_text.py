"""What cannot be done is reported in the person's language."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PyQt6.QtCore import QTranslator
from PyQt6.QtWidgets import QApplication

from nnviz import Scenario
from nnviz.assets import asset
from nnviz.model.breakpoints import from_plain
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario, scenario_from_json
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.scenario.validation import Problem, ScenarioError, prepare
from nnviz.model.session.session import Session
from nnviz.model.text.numbers import parse_number
from nnviz.views.error_text import error_text


class _Shouting(QTranslator):
    """Translates every marked text to the same in capitals, with its places as they are."""

    asked: list[str]

    def translate(self, context: str | None, text: str | None, comment: str | None = None, n: int = -1) -> str:
        assert text is not None
        if context not in ("model", "Errors"):
            return ""
        self.asked.append(text)
        return "".join(part if part.startswith("{") else part.upper() for part in _split(text))


def _split(text: str) -> Iterator[str]:
    while "{" in text:
        before, _, rest = text.partition("{")
        name, _, text = rest.partition("}")
        yield before
        yield "{" + name + "}"
    yield text


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[_Shouting]:
    made = _Shouting(qapp)
    made.asked = []
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


SHAPES = Session(find_scenario("xor")).snapshot().shapes


def errors() -> list[ModelError]:
    found = []
    expressions = [
        *("", "1 +", "L", "L < delta9", "__import__('os')", "W1 ** L < 1", "L < 1e999", "not W1 < 1", "abs(L, 1) < 1"),
        *(
            "W1[::0] < 1",
            "L.shape[7] < 1",
            "W1[L] < 1",
            "(L < 1) is 1",
            "abs(x=1) < 1",
            "L and L",
            "W1 < 1",
            "W1[9, 9]",
        ),
        *("L < 1" + " " * 500, "-" * 40 + "L < 1", "W1[9, 9] < 1", "W2 + X < 1", "(W1 < 1) and (W1 < 2)"),
    ]
    for text in expressions:
        try:
            parse_expression(text, SHAPES, condition=True)
        except ModelError as error:
            found.append(error)
    for plain in (
        {"kind": "x"},
        {"kind": "accuracy", "accuracy": 3},
        {"kind": "expression"},
        {"kind": "epoch", "e": 1},
    ):
        try:
            from_plain(plain)
        except ModelError as error:
            found.append(error)
    session = Session(find_scenario("xor"))
    for update, line in ((5, None), (1, 99)):
        try:
            session.seek(update, line)
        except ModelError as error:
            found.append(error)
    for act in (lambda: parse_number("much"), lambda: session.rename_branch("branch 1", "")):
        try:
            act()
        except ModelError as error:
            found.append(error)
    return found


def test_that_there_are_errors_to_look_at() -> None:
    assert len(errors()) >= 25


def test_that_in_english_it_is_the_error_itself(qapp: QApplication) -> None:
    for error in errors():
        assert error_text(error) == str(error)


def test_that_every_word_but_the_person_s_own_is_translated(shouting: _Shouting) -> None:
    for error in errors():
        text = error_text(error)
        assert "FOUND" in text
        assert "ACCEPTED" in text
        for part in (error.asked, error.found, error.accepted):
            words = [word for word in part.split() if word.isalpha() and word.islower() and len(word) > 4]
            own = [word for word in words if word in text and word not in _OWN]
            assert own == [], (str(error), own)


_OWN = {"accuracy", "expression", "epoch"} | {"isfinite", "where", "delta9"}
_OWN |= {"quantity", "bound", "layer", "times"}


def test_that_each_problem_of_a_scenario_has_its_line(qapp: QApplication) -> None:
    problems = [Problem("seed", "-1", "0 or more"), Problem("loss", "'x'", "another")]
    error = ScenarioError("the scenario x", problems)
    assert error_text(error) == str(error)


def refused(change: Callable[[Scenario], Scenario]) -> ScenarioError:
    """Return the refusal of a change of XOR that a script makes."""
    with pytest.raises(ScenarioError) as caught:
        prepare(change(find_scenario("xor")))
    return caught.value


def refused_file(**fields: object) -> ScenarioError:
    """Return the refusal of a file of XOR with other fields."""
    document = json.loads(find_scenario("xor").to_json()) | fields
    with pytest.raises(ScenarioError) as caught:
        scenario_from_json(json.dumps(document))
    return caught.value


LIMITED = {
    "units of a script": lambda: refused(lambda xor: replace(xor, layers=(Layer(10**9, "tanh"), xor.layers[-1]))),
    "units of a file": lambda: refused_file(
        layers=[{"units": 10**9, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}]
    ),
    "rate of a script": lambda: refused(lambda xor: replace(xor, optimiser=OptimiserSpec(learning_rate=-1.0))),
    "rate of a file": lambda: refused_file(optimiser={"learning_rate": "fast"}),
    "layers of a file": lambda: refused_file(layers=[{"units": 1, "activation": "tanh"}] * 3000),
    "seed of a script": lambda: refused(lambda xor: replace(xor, seed=10**5000)),
    "two mistakes": lambda: refused(lambda xor: replace(xor, mistakes=("zero-weights", "alike-weights"))),
}


@pytest.mark.parametrize("name", LIMITED)
def test_that_limits_and_their_reasons_are_translated(shouting: _Shouting, name: str) -> None:
    error = LIMITED[name]()
    found = error_text(error)
    for problem in error.problems:
        words = [word for word in problem.accepted.split() if word.isalpha() and word.islower()]
        assert words
        assert [word for word in words if word in found.split()] == []


def test_that_the_reason_of_a_limit_is_chinese_in_a_chinese_window(qapp: QApplication) -> None:
    chinese = QTranslator(qapp)
    assert chinese.load(str(asset("translations", "nnviz_zh_CN.qm")))
    qapp.installTranslator(chinese)
    try:
        text = error_text(LIMITED["units of a script"]())
    finally:
        qapp.removeTranslator(chinese)
    assert "128" in text
    assert "weights" not in text
