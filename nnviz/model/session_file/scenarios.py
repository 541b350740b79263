"""The scenarios of a session: each is stored once, and samples that are many apart from the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import batch_size
from nnviz.model.mistakes.build import build_program
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import Shape
from nnviz.model.scenario.file import scenario_from_json
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import Prepared, ScenarioError, prepare
from nnviz.model.session_file.array_pool import Pool, Pooled
from nnviz.model.session_file.errors import refused
from nnviz.model.session_file.schema import SavedScenario, SavedTable

MANY = 1000
"""Most numbers of samples that are written into the JSON document itself."""

_Rows = tuple[tuple[float, ...], ...]


class ScenarioTable:
    """Scenarios to be written.

    Parameters
    ----------
    samples
        Where samples that are many are stored.
    """

    def __init__(self, samples: Pool) -> None:
        self._samples = samples
        self._numbers: dict[int, int] = {}
        self._owners: list[Prepared] = []
        self.saved: list[SavedScenario] = []

    def number_of(self, prepared: Prepared) -> int:
        """Return the number of a scenario, which is added if it is new."""
        number = self._numbers.get(id(prepared))
        if number is None:
            number = self._numbers[id(prepared)] = len(self.saved)
            self._owners.append(prepared)
            self.saved.append(self._saved(prepared.scenario))
        return number

    def _saved(self, scenario: Scenario) -> SavedScenario:
        data = scenario.data
        inputs, targets = self._table(data.inputs), self._table(data.targets)
        slim = replace(data, inputs=() if inputs else data.inputs, targets=None if targets else data.targets)
        plain = json.loads(replace(scenario, data=slim).to_json())
        return SavedScenario(scenario.name, plain, inputs, targets)

    def _table(self, rows: _Rows | None) -> SavedTable | None:
        if not rows or len(rows) * len(rows[0]) <= MANY:
            return None
        begin = self._samples.add(rows, [np.array(rows, np.float64)])
        return SavedTable(begin, len(rows), len(rows[0]))


@dataclass(frozen=True, eq=False)
class ReadScenario:
    """A scenario that was read, with its program."""

    prepared: Prepared
    program: Program

    @cached_property
    def state_shapes(self) -> dict[str, Shape]:
        """Shapes of the parameters and of the optimiser's state."""
        # With a mistake biases have a column for each sample of the batch.
        shapes = self.program.shapes(batch_size(self.prepared.n_train, self.prepared.scenario.effective_batch))
        return {name: shapes[name] for name in self.program.state}


class ScenarioReader:
    """Reads scenarios; samples that several of them have are shared.

    Parameters
    ----------
    samples
        Where samples that are many are stored.
    """

    def __init__(self, samples: Pooled) -> None:
        self._samples = samples
        self._data: dict[tuple[SavedTable | None, SavedTable | None], DataSpec] = {}

    def read(self, saved: SavedScenario, where: str) -> ReadScenario:
        """Read a scenario.

        Raises
        ------
        SessionFileError
            If it cannot be run.
        """
        plain = dict(saved.scenario)
        for field, table in (("inputs", saved.inputs), ("targets", saved.targets)):
            own = plain.get("data")
            if table is not None and isinstance(own, dict):
                rows = self._samples.take(table.begin, (table.rows, table.columns), f"{where}.{field}")
                plain["data"] = {**own, field: rows.tolist()}
        try:
            scenario = scenario_from_json(json.dumps(plain), saved.name)
            data = self._data.setdefault((saved.inputs, saved.targets), scenario.data)
            prepared = prepare(replace(scenario, data=data) if data == scenario.data else scenario)
        except ScenarioError as error:
            problem = error.problems[0]
            raise refused(f"{where}.{problem.field}", problem.found, problem.accepted) from None
        return ReadScenario(prepared, build_program(prepared.scenario.recipe(prepared.n_inputs)))
