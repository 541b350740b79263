"""Maps: a scenario trained once for each pair of values of two settings.

To add a setting that a map can vary, add a row to `settings`: the axes' fields, the command line and the titles of the
sessions opened from cells find it.

    settings   the settings that a map can vary, one row each
    axis       a setting with its values, read from a text or spread between two ends
    plan       a scenario, two axes, and how long each cell is trained
    training   training one cell
    executors  the processes that train cells: of this computer, or of a Dask cluster
    run        a map being trained in the background, and its state for the views
    measures   what a cell can be coloured by, one row each
    table      a map as comma-separated values
"""

from nnviz.model.map.axis import MapAxis, read_axis, spread
from nnviz.model.map.measures import MEASURES, Measure
from nnviz.model.map.plan import MapPlan
from nnviz.model.map.run import MapRun, MapState
from nnviz.model.map.settings import SETTINGS, ChoiceSetting, NumericSetting, Setting, Value
from nnviz.model.map.table import csv_text
from nnviz.model.map.training import CellResult, train_cell

__all__ = [
    "MEASURES",
    "SETTINGS",
    "CellResult",
    "ChoiceSetting",
    "MapAxis",
    "MapPlan",
    "MapRun",
    "MapState",
    "Measure",
    "NumericSetting",
    "Setting",
    "Value",
    "csv_text",
    "read_axis",
    "spread",
    "train_cell",
]
