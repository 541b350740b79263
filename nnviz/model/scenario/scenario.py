"""A scenario: data, network, initial parameters and training settings; all that is needed to start.

These dataclasses are the one declaration of a scenario file: `file` validates against their types and ranges, the JSON
schema is generated from them, and the Setup panel reads its ranges from them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from nnviz.model.data import DataSpec, Encoding
from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.data_shape import shape_of
from nnviz.model.limits import Ge, Longest
from nnviz.model.mistakes.in_setup import INITIALS
from nnviz.model.mistakes.mistake import PER_SAMPLE, WIDENING
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import LAYERS, Layer, Network
from nnviz.model.program.losses import Reduction
from nnviz.model.program.penalties import Divisor
from nnviz.model.program.recipe import Recipe
from nnviz.model.program.symbols import Labels
from nnviz.model.program.training_methods import METHODS
from nnviz.model.random.seeds import Seed
from nnviz.model.scenario.schedule_spec import SETTINGS, STRICT, ScheduleSpec
from nnviz.model.text.convention import Convention
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.files.state import FileState

LANGUAGES = Longest(
    100, QT_TRANSLATE_NOOP("model", "at most {most} languages: all of them stay in memory with every branch")
)
TITLE = Longest(
    300, QT_TRANSLATE_NOOP("model", "at most {most} characters: a title is written in one line of the window")
)
TEXT = Longest(
    20_000, QT_TRANSLATE_NOOP("model", "at most {most} characters: to lay out a longer text holds the window up")
)
LABEL = Longest(
    60, QT_TRANSLATE_NOOP("model", "at most {most} characters: a name is written in every line that has its symbol")
)
MISTAKES = Longest(
    100, QT_TRANSLATE_NOOP("model", "at most {most} mistakes: each is one more change of the program to be tried")
)


@dataclass(frozen=True)
class OptimiserSpec:
    """Which optimiser, and its numbers.

    Attributes
    ----------
    kind
        Name of a row of `METHODS`.
    learning_rate
        η; without effect on an evolution strategy.
    settings
        The optimiser's own numbers, such as ``{"mu": 0.9}``; its defaults if absent.
    schedule
        How the learning rate changes.
    state
        The optimiser's state to start from, by symbol, such as ``{"vW1": …}``; zero where it is absent.
    steps
        How many updates that state has seen: for Adam's corrections, and the schedule.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    kind: str = "gradient-descent"
    learning_rate: Annotated[float, Ge(0)] = 0.1
    settings: Annotated[Mapping[str, float], SETTINGS] = field(default_factory=dict)
    schedule: ScheduleSpec = field(default_factory=ScheduleSpec)
    state: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    steps: Annotated[int, Ge(0)] = 0

    def scalars(self) -> dict[str, float]:
        """Return every number that the optimiser's lines read, by name."""
        defaults = {setting.name: setting.default for setting in METHODS[self.kind].settings}
        return {"eta": self.learning_rate, **defaults, **self.settings}

    @property
    def generation(self) -> int:
        """How many candidates an evolution strategy tries on the same batch before it chooses; 1 for others."""
        return int(self.scalars().get("population", 1.0))


@dataclass(frozen=True)
class PenaltySpec:
    """Which penalty on the weights, and its rate λ.

    Attributes
    ----------
    kind
        Name of a row of `PENALTIES`, or ``"none"``.
    rate
        λ.
    divided_by
        What λ is divided by: nothing (``"one"``), the samples of the batch, or all training samples.
    on_biases
        Whether the biases are penalised too.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    kind: str = "none"
    rate: Annotated[float, Ge(0)] = 0.0
    divided_by: Divisor = "one"
    on_biases: bool = False


@dataclass(frozen=True)
class Scenario:
    """Data + network + training settings + seed.

    Attributes
    ----------
    title, text
        Name and description, by language: ``{"en": …, "zh_CN": …}``.
    data
        The samples, or how to generate them.
    layers
        Hidden layers, then the output layer.
    loss
        Name of a row of `LOSSES`.
    reduction
        Whether the loss of a batch is the mean of its samples' losses, or their sum.
    initial
        The parameters to start from, or how to draw them.
    optimiser, batch, penalty
        How an update is made.
    train_biases
        Whether updates change the biases.
    derivatives
        Whether an update also computes the derivatives of the loss by the activations and the inputs.
    mistakes
        Names of rows of the `CATALOGUE` that are made deliberately.
    hides_mistakes
        Whether a person is to find them: then snapshots show the right program with the values of the wrong one.
    targets
        How classes are encoded as numbers; chosen from the loss and the output activation when None.
    any_targets
        Whether targets may be numbers that the loss is not made for, as cross-entropy of targets that do not sum to 1.
    seed
        Seed of everything without a seed of its own: data, split, initial parameters, order of the samples.
    convention
        The convention in which the scenario is shown at first.
    labels
        A document's own names for symbols, such as ``{"W2": "V"}``.
    name
        The file's name without its ending; not part of the file.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    title: Annotated[Mapping[str, Annotated[str, TITLE]], LANGUAGES]
    data: DataSpec
    layers: Annotated[tuple[Layer, ...], LAYERS]
    loss: str
    text: Annotated[Mapping[str, Annotated[str, TEXT]], LANGUAGES] = field(default_factory=dict)
    reduction: Reduction = "mean"
    initial: InitialSpec = field(default_factory=InitialSpec)
    optimiser: OptimiserSpec = field(default_factory=OptimiserSpec)
    batch: BatchSpec = field(default_factory=BatchSpec)
    penalty: PenaltySpec = field(default_factory=PenaltySpec)
    train_biases: bool = True
    derivatives: bool = False
    mistakes: Annotated[tuple[str, ...], MISTAKES] = ()
    hides_mistakes: bool = False
    targets: Encoding | None = None
    any_targets: bool = False
    seed: Seed = 0
    convention: Convention = "columns"
    labels: Annotated[Mapping[str, Annotated[str, LABEL]], SETTINGS] = field(default_factory=dict)
    format: Literal[1] = 1
    name: str = ""

    # Reading needs the rest of the package, which needs this class, so the two methods for reading import it late: they
    # are for scripts, which begin with this one name.

    @staticmethod
    def load(name_or_path: str | Path) -> Scenario:
        """Read a scenario by the name of a shipped one, such as ``"xor"``, or from a file.

        Raises
        ------
        ModelError
            If there is neither.
        ScenarioError
            If the file is not a valid scenario; it names every field concerned.
        """
        from nnviz.model.scenario.file import find_scenario

        return find_scenario(str(name_or_path))

    @staticmethod
    def from_link(link: str) -> Scenario:
        """Read a link of nnviz, or one of TensorFlow Playground, also one that was damaged by copying it.

        Raises
        ------
        ModelError
            If it is not such a link, or cannot be run.
        """
        from importlib import import_module

        from nnviz.model.scenario.link import is_link, scenario_of_link

        if is_link(link):
            return scenario_of_link(link)
        # Its package stands above this one, and is imported only for a link.
        read: Scenario = import_module("nnviz.model.playground").read_link(link).scenario
        return read

    @staticmethod
    def from_json(text: str) -> Scenario:
        """Read a scenario from JSON text.

        Raises
        ------
        ScenarioError
            If it is not a valid scenario; it names every field concerned.
        """
        from nnviz.model.scenario.file import scenario_from_json

        return scenario_from_json(text)

    def to_json(self) -> str:
        """Write the scenario as JSON text, without fields at their default; reading it returns exactly the same one."""
        return json.dumps(_plain(replace(self, name="")), ensure_ascii=False, indent=2) + "\n"

    def save(self, path: str | Path) -> FileState:
        """Write the scenario to a file, and return the file as it is now.

        Raises
        ------
        FileNotWrittenError
            If the file cannot be written; then what was there is untouched.
        """
        from nnviz.model.files.write import write_atomically

        return write_atomically(Path(path), self.to_json().encode(), QT_TRANSLATE_NOOP("model", "to save the scenario"))

    def network(self, n_inputs: int) -> Network:
        """Return the network for data with that many inputs."""
        return Network(n_inputs, self.layers)

    def recipe(self, n_inputs: int) -> Recipe:
        """Return what determines the program, for data with that many inputs."""
        penalty = None if self.penalty.kind == "none" else self.penalty.kind
        network = self.network(n_inputs)
        return Recipe(
            network,
            self.loss,
            self.optimiser.kind,
            penalty,
            self.train_biases,
            self.mistakes,
            self.hides_mistakes,
            self.reduction,
            self.penalty.divided_by,
            self.penalty.on_biases,
            self.any_targets,
            self.derivatives,
        )

    @property
    def effective_initial(self) -> InitialSpec:
        """The effective initial parameters: the scenario's, or those that a mistake sets."""
        return next((INITIALS[name] for name in self.mistakes if name in INITIALS), self.initial)

    @property
    def effective_batch(self) -> BatchSpec:
        """The effective batches: the scenario's, or single samples with the mistake that updates after each."""
        return replace(self.batch, size=1) if PER_SAMPLE in self.mistakes else self.batch

    def scalars(self) -> dict[str, float]:
        """Return the named numbers of the program: η, λ and the optimiser's own."""
        layers = enumerate(self.layers, start=1)
        own = {f"eta{n}": layer.learning_rate for n, layer in layers if layer.learning_rate is not None}
        return {"lambda": self.penalty.rate, **self.optimiser.scalars(), **own}

    def symbol_labels(self, own_names: bool = True) -> Labels:
        """Return how symbols are written in this scenario's program, with or without its own names for them."""
        return Labels("L" if self.penalty.kind == "none" else "J", self.labels if own_names else {})

    def title_in(self, language: str) -> str:
        """Return the title in a language, or in English where there is none."""
        return _in(self.title, language) or self.name

    def text_in(self, language: str) -> str:
        """Return the text in a language, or in English where there is none."""
        return _in(self.text, language)


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def _plain(value: Any) -> Any:
    """Return a dataclass as dicts and lists, without the fields at their default; a part's kind is always written."""
    if is_dataclass(value):
        items = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: _plain(item) for f, item in items if f.name == "kind" or item != _default(f)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _default(of: Field[Any]) -> object:
    return of.default_factory() if of.default_factory is not MISSING else of.default


def sizes_of(scenario: Scenario) -> tuple[int, ...]:
    """Return units per layer, inputs first, without generating the data."""
    return scenario.network(shape_of(scenario.data).n_inputs).sizes


def keeps_network(old: Scenario, new: Scenario) -> bool:
    """Return whether a change of settings can keep the parameters: the sizes and the initial parameters are equal."""
    same_start = old.effective_initial == new.effective_initial and old.seed == new.seed
    widened = [WIDENING in scenario.mistakes for scenario in (old, new)]
    # A hidden mistake always begins a new run: else keeping the network would reveal which one it is.
    begins_hidden = new.hides_mistakes and (not old.hides_mistakes or old.mistakes != new.mistakes)
    same_inputs = old.data.features == new.data.features and sizes_of(old) == sizes_of(new)
    same_biases = [layer.bias for layer in old.layers] == [layer.bias for layer in new.layers]
    # With a column of biases for each sample, those must be as many as they were.
    same_columns = widened == [False, False] or (widened == [True, True] and old.data == new.data)
    return same_inputs and same_biases and same_start and same_columns and not begins_hidden
