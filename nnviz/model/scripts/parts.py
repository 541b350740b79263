"""What scripts of all libraries have: samples, initial arrays, batches, rates; and what no script is written for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.batches import batch_size
from nnviz.model.errors import ModelError
from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.program.rate_schedules import CONSTANT, LIST
from nnviz.model.random.seeds import Stream
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import Prepared
from nnviz.model.text.numpy_literal import as_numpy
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ASKED: Final = QT_TRANSLATE_NOOP("model", "to write a script")

LONGEST: Final = 20_000
"""Most numbers that stand in a script's text; where there are more, it loads them from a file beside it."""

_FACTORS: Final[Mapping[str, str]] = {
    "step": "gamma ** (t // period)",
    "exponential": "gamma**t",
    "inverse": "1 / (1 + kappa * t)",
    "cosine": "least + 0.5 * (1 - least) * (1 + math.cos(math.pi * min(t / period, 1)))",
    LIST: "factors[min(t, len(factors) - 1)]",
}
"""Schedule → what the learning rate is multiplied by after t updates or epochs."""


def check_writable(scenario: Scenario) -> None:
    """Refuse a scenario that no script is written for.

    Raises
    ------
    ModelError
        If it has no gradients, hides its mistakes, or a schedule or mistake has no form in a script.
    """
    if not scenario.recipe(1).computes_gradients:
        found = QT_TRANSLATE_NOOP("model", "an evolution strategy")
        raise ModelError(ASKED, "", found, QT_TRANSLATE_NOOP("model", "an optimiser that uses gradients"))
    if scenario.hides_mistakes:
        found = QT_TRANSLATE_NOOP("model", "a mistake that is to be found: a script would show it")
        raise ModelError(ASKED, "", found, QT_TRANSLATE_NOOP("model", "a scenario without a hidden mistake"))
    if LEAKING in scenario.mistakes:
        found = filled(QT_TRANSLATE_NOOP("model", "the mistake {name}"), name=LEAKING)
        raise ModelError(ASKED, "", found, QT_TRANSLATE_NOOP("model", "batches that do not leak into each other"))
    schedule = scenario.optimiser.schedule.kind
    if schedule not in (CONSTANT, *_FACTORS):
        raise ModelError(ASKED, "", schedule, ", ".join(_FACTORS))


def array_lines(arrays: Mapping[str, Array], comments: Mapping[str, str], file: str) -> tuple[str, dict[str, Array]]:
    """Return the source that sets arrays, and those of them that it loads from a file.

    Parameters
    ----------
    arrays
        By the names of their variables.
    comments
        What stands behind some of them.
    file
        The name of the file.
    """
    if sum(array.size for array in arrays.values()) <= LONGEST:
        lines = [f"{name} = {_literal(array, name)}{_comment(comments, name)}" for name, array in arrays.items()]
        return "\n".join(lines) + "\n", {}
    lines = [f"with np.load({file!r}) as loaded:  # lies beside this script", "    arrays = dict(loaded)"]
    lines += [f'{name} = arrays["{name}"]{_comment(comments, name)}' for name in arrays]
    return "\n".join(lines) + "\n", dict(arrays)


def _literal(array: Array, name: str) -> str:
    if not array.any() and array.size > 4:
        return f"np.zeros({array.shape})"
    # The first line of the text begins behind the variable's name.
    return as_numpy(array).replace("\n", "\n" + " " * len(f"{name} = "))


def _comment(comments: Mapping[str, str], name: str) -> str:
    return f"  # {comments[name]}" if name in comments else ""


def samples(prepared: Prepared) -> dict[str, Array]:
    """Return the training samples, ``X_train`` and ``Y_train``, a column a sample."""
    train = prepared.data.train
    return {"X_train": np.array(prepared.data.X[:, train]), "Y_train": np.array(prepared.targets[:, train])}


def batches_source(prepared: Prepared) -> tuple[str, int]:
    """Return the function that cuts an epoch into batches, and how many updates an epoch takes."""
    scenario, n_train = prepared.scenario, prepared.n_train
    spec = scenario.effective_batch
    size = batch_size(n_train, spec)
    per_epoch = -(-n_train // size)
    if size == n_train:
        return "", 1
    if spec.order == "fixed":
        order = "np.arange(n_train)"
        text = ""
    else:
        seed = f"np.random.SeedSequence({scenario.seed}, spawn_key=({int(Stream.BATCHES)}, epoch))"
        order = f"np.random.default_rng({seed}).permutation(n_train)"
        text = ", in an order of its own"
    # What is shuffled are positions among the training samples, which draws as shuffling the samples themselves does.
    return (
        f'def batches(epoch):\n    """Return the samples of each update of an epoch (from 0){text}."""\n'
        f"    order = {order}\n"
        f"    return [order[begin : begin + {size}] for begin in range(0, n_train, {size})]\n",
        per_epoch,
    )


def rate_source(scenario: Scenario) -> str:
    """Return the function that says by what the learning rate is multiplied; nothing where it is constant."""
    schedule = scenario.optimiser.schedule
    if schedule.kind == CONSTANT:
        return ""
    numbers = [f"    {name} = {_number(value)}" for name, value in schedule.numbers().items()]
    if schedule.kind == LIST:
        numbers = [f"    factors = {list(schedule.factors)!r}"]
    body = "\n".join([*numbers, f"    return {_FACTORS[schedule.kind]}"])
    counted = "updates" if schedule.counts == "update" else "epochs"
    return f'def rate_factor(t):\n    """Return what the learning rate is multiplied by after t {counted}."""\n{body}\n'


def _number(value: float) -> str:
    return repr(int(value) if float(value).is_integer() else float(value))


def plain_title(scenario: Scenario) -> str:
    """Return a scenario's title as it stands in a script's description: without what would end that."""
    return scenario.title_in("en").replace("\\", "").replace('"', "'")


def heading(title: str, how: str) -> str:
    """Return a script's description."""
    return f'"""{title}, trained {how}: prints the number of each update and the loss of its batch."""\n\n'


def place_lines(per_epoch: int) -> list[str]:
    """Return the lines that find an update's place in its epoch, and cut the samples where one begins."""
    return [
        f"    epoch, place = divmod(update, {per_epoch})",
        "    if place == 0:",
        "        cut = batches(epoch)",
    ]


def number_lines(scalars: Mapping[str, float]) -> str:
    """Return the source that sets numbers."""
    return "".join(f"{name} = {_number(value)}\n" for name, value in scalars.items())


def joined(parts: Iterable[str]) -> str:
    """Return parts of a script with two blank lines between them; empty ones are left out."""
    return "\n\n".join(part.rstrip("\n") + "\n" for part in parts if part.strip())
