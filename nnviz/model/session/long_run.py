"""The engine of a run of many updates at once, as scripts and the command line make them.

The window begins with numpy and goes on with compiled loops as soon as they have been compiled in the background, so
its last bits depend on how long that takes. Here the choice depends on what is run alone: the same command prints the
same numbers.
"""

from __future__ import annotations

from typing import Final

from nnviz.model.engine.compiling_cost import compiling_pays
from nnviz.model.engine.engines import COMPILED, NUMPY, EngineChoice, usable
from nnviz.model.session.session import Session

NO_NUMBA: Final = "numba, which they need, is not installed or does not work here (it is the extra “fast”)"


def take_engine(session: Session, choice: EngineChoice, updates: int) -> str:
    """Go on with the engine for a run of so many updates at once; compiling it may take seconds.

    Nothing changes where the cursor is not at the end of its branch, or inside an update.

    Parameters
    ----------
    session
        What is about to be run.
    choice
        An engine; ``"fastest"`` is compiled loops where that pays, and otherwise what runs the session now.
    updates
        How many.

    Returns
    -------
    str
        Why numpy runs what compiled loops were asked for; empty where they run it, or were not asked for.
    """
    was_asked_for = choice == COMPILED
    if choice == "fastest":
        if not compiling_pays(session.prepared, updates):
            return ""
        choice = COMPILED
    session.choose_engine(choice)
    session.use_chosen_engine()
    if choice == COMPILED:
        session.choose_engine(NUMPY)  # after a change of settings, a single step must not wait for a compiler
    return numpy_reason() if was_asked_for and session.engine != COMPILED else ""


def numpy_reason() -> str:
    """Return why numpy runs a scenario where compiled loops were asked for."""
    return "it has no compiled form" if usable(COMPILED) == COMPILED else NO_NUMBA
