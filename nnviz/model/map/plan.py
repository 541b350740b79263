"""The plan of a map: a scenario, two axes, and how long each cell is trained."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from nnviz.model.engine.engines import EngineChoice, chosen_engine
from nnviz.model.errors import ModelError
from nnviz.model.limits import Range
from nnviz.model.map.axis import MapAxis, check_axis
from nnviz.model.map.settings import SETTINGS, NumericSetting, Setting, Value
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Unit = Literal["updates", "epochs"]
THRESHOLD: Final = 0.1
"""Default of the loss below which a cell counts as learned."""
LENGTH_RANGE: Final = Range(1, 10_000_000, whole=True)
"""Range of the updates or epochs of a cell."""


def _itself(text: str) -> str:
    return text


@dataclass(frozen=True)
class MapPlan:
    """A map to be trained.

    Attributes
    ----------
    scenario
        The scenario of every cell, except for the two settings.
    across, up
        The settings that change from column to column, and from row to row (row 0 is the lowest).
    length, unit
        How long each cell is trained.
    threshold
        The training loss below which a cell has learned; `CellResult.reached` is when.
    engine
        What runs the updates; ``"fastest"`` is compiled loops where that pays.
    """

    scenario: Scenario
    across: MapAxis
    up: MapAxis
    length: int = 2000
    unit: Unit = "updates"
    threshold: float = THRESHOLD
    engine: EngineChoice = field(default_factory=chosen_engine)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.up.values), len(self.across.values)

    @property
    def size(self) -> int:
        """How many cells there are."""
        rows, columns = self.shape
        return rows * columns

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield every (row, column), row by row."""
        rows, columns = self.shape
        return ((row, column) for row in range(rows) for column in range(columns))

    def check(self) -> None:
        """Check that the map can be trained.

        Raises
        ------
        ModelError
            If an axis or the length is not accepted.
        """
        asked = QT_TRANSLATE_NOOP("model", "the map")
        if self.across.name == self.up.name:
            accepted = QT_TRANSLATE_NOOP("model", "two different settings")
            raise ModelError(asked, "", self.across.setting.title, accepted)
        for axis in (self.across, self.up):
            setting: Setting = axis.setting
            check_axis(axis, setting.accepted(self.scenario) if isinstance(setting, NumericSetting) else None)
        if not LENGTH_RANGE.has(self.length):
            raise ModelError(asked, self.unit, str(self.length), "1 to 10000000")

    def scenario_of(self, row: int, column: int, write: Callable[[str], str] = _itself) -> Scenario:
        """Return the scenario of a cell, with its settings in the title: ``XOR · seed 7 · η 0.3``.

        Parameters
        ----------
        row, column
            The cell.
        write
            Translates texts; the English title stays English.
        """
        values: dict[str, Value] = {
            axis.name: axis.values[index] for axis, index in ((self.across, column), (self.up, row))
        }
        scenario = self.scenario
        # In the order of the table: the number of layers is set before their width.
        for name, setting in SETTINGS.items():
            if name in values:
                scenario = _with_value(scenario, setting, values[name])
        titles = {
            language: f"{title} · {self.cell_text(row, column, _itself if language == 'en' else write)}"
            for language, title in scenario.title.items()
        }
        # It is no longer the shipped scenario of that name.
        return replace(scenario, title=titles, name="")

    def cell_text(self, row: int, column: int, write: Callable[[str], str] = _itself) -> str:
        """Write the settings of a cell: ``seed 7 · η 0.3``; `write` translates texts."""
        return f"{value_text(self.across, column, write)} · {value_text(self.up, row, write)}"


def value_text(axis: MapAxis, index: int, write: Callable[[str], str] = _itself) -> str:
    """Write a value with its setting: ``η 0.3``; `write` translates texts."""
    sign, text = axis.sign(), axis.text(index)
    if isinstance(axis.setting, NumericSetting):
        return f"{write(sign)} {text}"
    return write(text)


def _with_value(scenario: Scenario, setting: Setting, value: Value) -> Scenario:
    if isinstance(setting, NumericSetting):
        return setting.write(scenario, float(value))
    return setting.write(scenario, str(value))
