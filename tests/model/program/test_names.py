"""What points at a line's operands points at what its formula names: one rule for every line of every program."""

import re
from dataclasses import replace
from itertools import cycle

import pytest

from nnviz import Scenario
from nnviz.model.mistakes.build import build_program
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.program import Program
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.session import Session

LABELS = Scenario.load("xor").symbol_labels(own_names=False)


def programs():
    recipe = Scenario.load("xor").recipe(2)
    hiddens = [name for name, row in ACTIVATIONS.items() if not row.couples_units]
    for loss in LOSSES.values():
        outputs = [name for name in ACTIVATIONS if loss.needs in (None, name)]
        # Each of them in each of the two places, but not with each other one.
        for hidden, output, _ in zip(cycle(hiddens), cycle(outputs), ACTIVATIONS, strict=False):
            network = replace(recipe.network, layers=(Layer(3, hidden), Layer(1, output)))
            yield replace(recipe, network=network, loss=loss.name)
    for method in METHODS:
        for penalty in (None, *PENALTIES):
            yield replace(recipe, optimiser=method, penalty=penalty)
    for name in CATALOGUE:
        yield replace(recipe, mistakes=(name,))
        yield replace(recipe, mistakes=(name,), hides_mistakes=True)


def named_in_text(program: Program, number: int, convention: str = "columns") -> set[str]:
    """Return the symbols that a line's text names, the longest labels first: δ¹ is not in ∂L/∂W¹."""
    line = program[number]
    text = line.formula(LABELS, convention).split(" ← " if line.assigns else " = ", 1)[1]
    found = set()
    for symbol in sorted(program.symbols, key=lambda name: -len(LABELS.of(name))):
        written = rf"(?<![A-Za-z]){re.escape(LABELS.of(symbol))}(?![A-Za-z])"
        if re.search(written, text):
            found.add(symbol)
            text = re.sub(written, "…", text)
    return found


@pytest.mark.parametrize("convention", ["columns", "rows"])
@pytest.mark.slow
@pytest.mark.sample(1)
def test_that_a_line_names_what_its_formula_says(convention: str) -> None:
    count = 0
    for recipe in programs():
        program = build_program(recipe)
        for number, line in enumerate(program, start=1):
            assert set(line.names) == named_in_text(program, number, convention), line.formula(LABELS, convention)
            count += 1
    assert count > 500


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_the_lines_of_every_shipped_scenario_do(name: str) -> None:
    scenario = find_scenario(name)
    program = Session(scenario).program
    for number, line in enumerate(program, start=1):
        assert set(line.names) == named_in_text(program, number)


def test_that_xors_slope_and_loss_name_what_is_written() -> None:
    program = build_program(Scenario.load("xor").recipe(2))
    assert program[5].names == ("Z2", "Y")
    assert program[9].names == ("W2", "delta2", "Z1")
    assert program[9].reads == ("W2", "delta2", "A1")
