"""A step-through debugger for backpropagation.

The names here are for scripts and notebooks; they need no Qt::

    import nnviz

    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.step_line(9)
    session.value("delta1")
    session.explain("delta1", (0, 1))
    session.gradient_check()
    session.add_breakpoint("loss < 0.1")
    session.run_until()
    session.save("xor.nnviz")
    session = nnviz.open("xor.nnviz")

    report = nnviz.check(backprop, scenario="xor")
    verdict = nnviz.debug("mine.py")  # the first wrong line of a script; in notebooks also %load_ext nnviz, %%nnviz
    nnviz.show(weights=[W1, W2], biases=[b1, b2], X=X, Y=Y, activations=["tanh", "sigmoid"], loss="half-squared")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from nnviz.version import __version__

if TYPE_CHECKING:
    from nnviz.model.codecheck import check
    from nnviz.model.errors import ModelError, NotComputedError
    from nnviz.model.scenario.scenario import Scenario
    from nnviz.model.scenario.validation import ScenarioError
    from nnviz.scripting.debug import debug
    from nnviz.scripting.session import Session, open
    from nnviz.scripting.show import show

__all__ = [
    "ModelError",
    "NotComputedError",
    "Scenario",
    "ScenarioError",
    "Session",
    "__version__",
    "check",
    "debug",
    "open",
    "show",
]

_PLACES = {
    "ModelError": "nnviz.model.errors",
    "NotComputedError": "nnviz.model.errors",
    "Scenario": "nnviz.model.scenario.scenario",
    "ScenarioError": "nnviz.model.scenario.validation",
    "Session": "nnviz.scripting.session",
    "open": "nnviz.scripting.session",
    "check": "nnviz.model.codecheck",
    "debug": "nnviz.scripting.debug",
    "show": "nnviz.scripting.show",
}


def __getattr__(name: str) -> object:
    """Import what is needed when it is asked for: whoever imports a part of nnviz does not wait for the rest."""
    if name in _PLACES:
        value: object = getattr(import_module(_PLACES[name]), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: object) -> None:
    """Add ``%%nnviz`` to a notebook: what ``%load_ext nnviz`` calls."""
    import_module("nnviz.scripting.magic").load_magic(shell)


def __dir__() -> list[str]:
    """Name what is public, for completion."""
    return sorted(__all__)
