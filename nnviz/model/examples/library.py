"""The examples that come with nnviz, read from their files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING

from nnviz.assets import asset
from nnviz.model.errors import ModelError
from nnviz.model.examples.example import Example
from nnviz.model.examples.quantities import QUANTITIES
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.program.symbols import parse
from nnviz.model.scenario.file_problems import problems_of
from nnviz.model.scenario.validation import Problem, ScenarioError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FOLDER = "examples"


def shipped_examples() -> tuple[str, ...]:
    """Return the names of the examples that come with nnviz."""
    return tuple(sorted(path.stem for path in asset(FOLDER).glob("*.json")))


@cache
def find_example(name: str) -> Example:
    """Read an example by its name.

    Raises
    ------
    ModelError
        If there is no example of that name.
    ScenarioError
        If its file is invalid; it names every field concerned.
    """
    if name not in shipped_examples():
        raise ModelError(f"the published example {name!r}", "", "no such example", ", ".join(shipped_examples()))
    return example_from_json(asset(FOLDER, f"{name}.json").read_text(encoding="utf-8"), name)


def example_from_json(text: str, name: str) -> Example:
    """Read an example from JSON text.

    Raises
    ------
    ScenarioError
        If it is not a valid example; it names every field concerned.
    """
    from pydantic import ValidationError

    asked = f"the published example {name}"
    try:
        example = _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise ScenarioError(asked, problems_of(error, Example)) from None
    problems = list(_problems(example))
    if problems:
        raise ScenarioError(asked, problems)
    return replace(example, name=name)


@cache
def _adapter() -> TypeAdapter[Example]:
    from pydantic import TypeAdapter

    return TypeAdapter(Example)


def _problems(example: Example) -> Iterator[Problem]:
    """Find what pydantic cannot see."""
    if example.name:
        yield Problem("name", repr(example.name), "no such field: the file's name is it")
    texts = {"author": example.author, "text": example.text}
    texts |= {f"errata[{number}].text": erratum.text for number, erratum in enumerate(example.errata)}
    for where, text in texts.items():
        if "en" not in text:
            yield Problem(where, "no English text", "a text in en, and in other languages")
    if example.mistake and example.mistake not in CATALOGUE:
        yield Problem("mistake", repr(example.mistake), ", ".join(CATALOGUE))
    labels = Counter(figure.label for figure in example.figures)
    for number, figure in enumerate(example.figures):
        where = f"figures[{number}]"
        if labels[figure.label] > 1:
            yield Problem(f"{where}.label", f"{figure.label!r} twice", "labels that differ")
        if not _is_finite_number(figure.printed):
            yield Problem(f"{where}.printed", repr(figure.printed), "a number with its digits, such as 0.3775")
        try:
            parse(figure.symbol or "L")
        except KeyError:
            yield Problem(f"{where}.symbol", repr(figure.symbol), "names of symbols, such as W1, Z1, delta2, dW1")
        if figure.update == 0 and QUANTITIES[figure.quantity].seen != "after":
            yield Problem(f"{where}.update", f"0, of a {figure.quantity}", "1 or more, for what an update computes")
    for number, erratum in enumerate(example.errata):
        for label in erratum.labels:
            if label not in labels:
                yield Problem(f"errata[{number}].labels", repr(label), "labels of figures")
    for language, words in example.labels.items():
        for label in words:
            if label not in labels:
                yield Problem(f"labels.{language}", repr(label), "labels of figures")


def _is_finite_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
