"""A step-through debugger for backpropagation.

The names here are for scripts and notebooks; they need no Qt::

    import nnviz

    session = nnviz.Session(nnviz.Scenario.load("xor"))
    session.step_line(9)
    session.value("delta1")
"""

from nnviz.model.errors import ModelError, NotComputedError
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import ScenarioError
from nnviz.model.session import Session

__version__ = "0.1.0"

__all__ = ["ModelError", "NotComputedError", "Scenario", "ScenarioError", "Session", "__version__"]
