"""Maps: a scenario trained once for each pair of values of two settings.

To add a setting that a map can vary, add a row to `settings`: the axes' fields, the command line and the titles of the
sessions opened from cells find it.
"""

from nnviz.model.map.axis import Axis, read_axis, spread
from nnviz.model.map.measures import MEASURES, Measure
from nnviz.model.map.plan import Plan
from nnviz.model.map.running import Running
from nnviz.model.map.settings import SETTINGS, Choices, Quantity, Setting, Value
from nnviz.model.map.state import MapState
from nnviz.model.map.table import csv_text
from nnviz.model.map.training import CellResult, train_cell

__all__ = [
    "MEASURES",
    "SETTINGS",
    "Axis",
    "CellResult",
    "Choices",
    "MapState",
    "Measure",
    "Plan",
    "Quantity",
    "Running",
    "Setting",
    "Value",
    "csv_text",
    "read_axis",
    "spread",
    "train_cell",
]
