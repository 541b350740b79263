"""The engines, and the choice of the one that runs a scenario.

``numpy`` runs everything and needs nothing else: tests compare the other one with it. ``compiled`` needs numba (the
extra ``fast``) and runs the same lines on the same arrays as loops. The two round differently in the last bits, so a
history stores which engine made each part of it.

Compiled loops win while numpy's time goes into calls. Updates of compiled loops for each of numpy's, on the scenarios
that ship: 260-330 where activations are linear (goodfellow-xor, linear-unit), 95-130 with one sample (mazur, ppt,
xor-stuck, worked-example-2-3-1), 32 on xor, 19 on playground, 13 on circle, 7 on spiral, 6 on sine, 2.1 on
three-class-spiral (whose partial batches numpy runs) and 1.9 on planar-flower with its 400 samples at once. Wide layers
belong to the BLAS: on digits, 64-30-10 in batches of 32 (71 000 multiplications forward), numpy is 1.2-1.7 times as
fast, and on mnist 1.6 times. Hence `SMALL`; on other shapes it was 2.2-2.7 at 11 000 multiplications (64-30-10,
2-32-32-1 and 2-8-8-1), 1.4-1.9 at 20 000, 1.3-1.4 at 28 000-36 000, 0.9-1.1 at 55 000 and 0.8 at 140 000, whether few
samples and wide layers or many and narrow ones make them up.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from nnviz.model.data.batches import batch_size
from nnviz.model.engine.changing_numbers import changing_numbers, engine_scalars
from nnviz.model.engine.compiled.kernel import is_installed, is_working
from nnviz.model.errors import ModelError
from nnviz.model.mistakes.build import build_program
from nnviz.model.program.recipe import Recipe
from nnviz.model.scenario.validation import Prepared
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.engine.compiled.kernel import Kernel
    from nnviz.model.engine.compiled.source import KernelSource

NUMPY: Final = "numpy"
COMPILED: Final = "compiled"
ENGINES = (NUMPY, COMPILED)

EngineChoice = Literal["numpy", "compiled", "fastest"]
"""One of the engines, or the faster one: compiled as soon as the background compilation has ended."""

VARIABLE = "NNVIZ_ENGINE"
"""Environment variable with the `EngineChoice` of the window, of scripts and of the command line."""

SMALL = 30_000
"""Most multiplications of a forward pass over a batch for which compiled loops are the faster ones."""


CHOICES: tuple[EngineChoice, ...] = ("numpy", "compiled", "fastest")
"""Every `EngineChoice`."""


def read_choice(name: str, where: str = "") -> EngineChoice:
    """Return the engine of that name.

    Raises
    ------
    ModelError
        If there is no such engine.
    """
    for choice in CHOICES:
        if choice == name:
            return choice
    raise ModelError(QT_TRANSLATE_NOOP("model", "an engine"), where, repr(name), ", ".join(CHOICES))


def chosen_engine() -> EngineChoice:
    """Return the environment's choice; the fastest without one.

    Raises
    ------
    ModelError
        If there is no such engine.
    """
    return read_choice(os.environ.get(VARIABLE, "fastest"), VARIABLE)


def engine_for(prepared: Prepared, choice: EngineChoice) -> str:
    """Return the engine that runs new updates of a scenario; compile in the background what has not been compiled."""
    if choice == NUMPY or not is_installed():
        return NUMPY
    if choice == "fastest" and not is_small(prepared):
        return NUMPY
    source = _source(prepared)
    if source is None:
        return NUMPY
    from nnviz.model.engine.compiled.kernels import KERNELS

    if choice == COMPILED or KERNELS.ready(source) is not None:
        return COMPILED
    KERNELS.begin(source)
    return NUMPY


def is_small(prepared: Prepared) -> bool:
    """Return whether compiled loops run a scenario faster than numpy does; see `SMALL`."""
    return multiplications(prepared) <= SMALL


def multiplications(prepared: Prepared) -> int:
    """Return how many multiplications a forward pass over a batch takes."""
    scenario = prepared.scenario
    sizes = scenario.network(prepared.n_inputs).sizes
    m = batch_size(prepared.n_train, scenario.effective_batch)
    return m * sum(below * above for below, above in pairwise(sizes))


def stop_compiling() -> None:
    """Stop compiling, at the end of an application."""
    kernels = sys.modules.get("nnviz.model.engine.compiled.kernels")  # it is imported with the first one
    if kernels is not None:
        kernels.KERNELS.stop()


def usable(engine: str) -> str:
    """Return the engine that replays another computer's updates: the same one, or numpy where that does not work."""
    return engine if engine == NUMPY or (is_installed() and is_working()) else NUMPY


def kernel_for(prepared: Prepared, engine: str) -> Kernel | None:
    """Return the kernel for a scenario's whole batches, or None where numpy runs them; compiling may take seconds."""
    source = _source(prepared) if engine == COMPILED else None
    if source is None:
        return None
    from nnviz.model.engine.compiled.kernels import KERNELS

    return KERNELS.get(source)


def _source(prepared: Prepared) -> KernelSource | None:
    scenario = prepared.scenario
    m = batch_size(prepared.n_train, scenario.effective_batch)
    scalars = tuple(engine_scalars(scenario, prepared.n_train))
    changing = tuple(changing_numbers(scenario, prepared.n_train))
    return _source_of(scenario.recipe(prepared.n_inputs), m, scalars, changing)


@lru_cache(maxsize=64)
def _source_of(recipe: Recipe, m: int, scalars: tuple[str, ...], changing: tuple[str, ...]) -> KernelSource | None:
    from nnviz.model.engine.compiled.source import kernel_source_of

    return kernel_source_of(build_program(recipe), m, scalars, changing)
