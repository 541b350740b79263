"""A scenario as a numpy script: the lines of its program, one by one, and nothing else.

A scenario with mistakes is written with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.program.expression import Activate, Limit, LossValue, Scalar, Slope
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scripts import parts
from nnviz.model.scripts.functions import QUOTIENT, activation_source, loss_source
from nnviz.model.scripts.numpy_source import name_of_scalar, numpy_source
from nnviz.model.scripts.written_script import WrittenScript
from nnviz.model.session.session import Session

UPDATES: Final = 100
"""How many updates a script runs, where nothing else is said."""

_STAGES: Final = {"forward": "Forward pass.", "loss": "Loss.", "backward": "Backward pass.", "update": "Update."}


@dataclass(frozen=True)
class ScriptSections:
    """A script's source in the order in which it stands; a notebook has a cell for each.

    Attributes
    ----------
    title
        Of the scenario.
    imports, samples, parameters, functions, training
        Source.
    arrays
        What is loaded from the file beside it.
    """

    title: str
    imports: str
    samples: str
    parameters: str
    functions: str
    training: str
    arrays: dict[str, Array]


def numpy_script(scenario: Scenario, updates: int = UPDATES, file: str = "arrays.npz") -> WrittenScript:
    """Return a script that trains with numpy and prints the loss of each update's batch.

    Parameters
    ----------
    scenario
        What is trained, from its initial parameters.
    updates
        How many updates it runs.
    file
        The name of the file beside it, with the arrays that are too long for its text.

    Raises
    ------
    ModelError
        If no script is written for the scenario.
    """
    made = sections(scenario, updates, file)
    head = parts.heading(made.title, "with numpy alone")
    text = parts.joined([head + made.imports, made.samples, made.parameters, made.functions, made.training])
    return WrittenScript(text, made.arrays)


def sections(scenario: Scenario, updates: int, file: str) -> ScriptSections:
    """Return the parts of `numpy_script`; parameters and errors are the same."""
    parts.check_writable(scenario)
    session = Session(scenario)
    program, prepared = session.program, session.prepared
    labels = scenario.symbol_labels()
    initial = {name: session.value(name) for name in program.state}
    samples = parts.samples(prepared)
    source, loaded = parts.array_lines(samples | initial, {name: labels.of(name) for name in initial}, file)
    lines = source.splitlines(keepends=True)
    begin = next((number for number, line in enumerate(lines) if line.startswith(f"{next(iter(initial))} ")), 0)
    batches, per_epoch = parts.batches_source(prepared)
    read = _read(program)
    changing = _changing(scenario, read)
    scalars = {
        f"{name}_start" if name in changing else name_of_scalar(name): value
        for name, value in scenario.scalars().items()
        if name in read
    }
    head = "# A column is a sample.\n"
    functions = [*_functions(program), batches, parts.rate_source(scenario)]
    return ScriptSections(
        title=parts.plain_title(scenario),
        imports="import math\n\nimport numpy as np\n" if _needs_math(functions) else "import numpy as np\n",
        samples=head + "".join(lines[:begin]) + "n_train = X_train.shape[1]\n",
        parameters="".join(lines[begin:]) + parts.number_lines(scalars),
        functions=parts.joined(functions),
        training=_training(scenario, program, updates, per_epoch),
        arrays=loaded,
    )


def _needs_math(functions: list[str]) -> bool:
    return any("math." in text for text in functions)


def _read(program: Program) -> set[str]:
    """Return the names of the numbers that a program reads."""
    nodes = (part for line in program for part in line.expression.walk())
    return {part.name for part in nodes if isinstance(part, Scalar)}


def _functions(program: Program) -> Iterator[str]:
    every = [part for line in program for part in line.expression.walk()]
    used = ((part.activation, isinstance(part, Slope)) for part in every if isinstance(part, Activate | Slope))
    for activation, slope in dict.fromkeys(used):
        yield activation_source(activation, slope=slope)
    for loss, from_logits in dict.fromkeys(
        (part.loss, part.from_logits) for part in every if isinstance(part, LossValue)
    ):
        yield loss_source(loss, from_logits=from_logits)
    if any(isinstance(part, Limit) for part in every):
        yield QUOTIENT


def _training(scenario: Scenario, program: Program, updates: int, per_epoch: int) -> str:
    numbers = _read(program)
    text = [f"for update in range({updates}):"]
    if per_epoch == 1:
        text.append("    X, Y = X_train, Y_train")
    else:
        text += parts.place_lines(per_epoch)
        text.append("    X, Y = X_train[:, cut[place]], Y_train[:, cut[place]]")
    text.append("    m = X.shape[1]")
    if "n" in numbers:
        text.append("    n = len(Y)")
    changing = _changing(scenario, numbers)
    count = f"update + {scenario.optimiser.steps}" if scenario.optimiser.steps else "update"
    if changing:
        t = count if scenario.optimiser.schedule.counts == "update" else _epochs(count, per_epoch)
        text += [f"    {name} = {name}_start * rate_factor({t})" for name in changing]
    for number in ("1", "2"):
        if f"correction{number}" in numbers:
            text.append(f"    correction{number} = 1 - beta{number} ** ({count} + 1)")
    labels = scenario.symbol_labels()

    def write(line: Line) -> str:
        return f"    {line.writes} = {numpy_source(line.expression)}  # {line.formula(labels)}"

    for stage, lines in groupby(program, key=lambda line: line.stage):
        text += ["", f"    # {_STAGES[stage]}", *map(write, lines)]
    text += ["", "    print(update + 1, repr(float(L)))"]
    return "\n".join(text) + "\n"


def _changing(scenario: Scenario, numbers: set[str]) -> list[str]:
    """Return the names of the learning rates that change during a run."""
    if not parts.rate_source(scenario):
        return []
    return [name for name in scenario.scalars() if name in numbers and re.fullmatch(r"eta\d*", name)]


def _epochs(count: str, per_epoch: int) -> str:
    return count if per_epoch == 1 else f"({count}) // {per_epoch}"
