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
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.errors import ModelError, NotComputedError
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import ScenarioError
from nnviz.version import __version__

if TYPE_CHECKING:
    from nnviz.scripting import Session, open

__all__ = ["ModelError", "NotComputedError", "Scenario", "ScenarioError", "Session", "__version__", "open"]


def __getattr__(name: str) -> object:
    """Import what a session needs when one is asked for: whoever imports a part of nnviz does not wait for it."""
    if name in ("Session", "open"):
        from nnviz import scripting

        value: object = getattr(scripting, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Name what is public, for completion."""
    return sorted(__all__)
