"""A model of another library as what is opened: with samples, and with what its file does not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nnviz.model.data import DataSpec
from nnviz.model.data.spec import FILE
from nnviz.model.errors import ModelError
from nnviz.model.other_libraries.array_layouts import WeightLayout
from nnviz.model.other_libraries.model_files import read_model_file
from nnviz.model.other_libraries.model_scenario import scenario_with_data
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from nnviz.documents.open_any import FoundDocument
    from nnviz.model.data.files.choices import DataChoices


@dataclass(frozen=True)
class ModelOptions:
    """What a person says of a model's file.

    Attributes
    ----------
    samples
        A shipped scenario or a file whose samples are taken.
    activations, loss
        Instead of the model's own, or where its file has none; by their names here or in other libraries.
    layout
        Whether W is (units × inputs) or (inputs × units).
    """

    samples: str | None = None
    activations: Sequence[str] | None = None
    loss: str | None = None
    layout: WeightLayout | None = None


_ASKED: Final = QT_TRANSLATE_NOOP("model", "to open the model {name}")


def found_model(path: Path, options: ModelOptions, choices: DataChoices | None = None) -> FoundDocument:
    """Return the scenario of a model's file and of the samples that are named, and what is to be told of it.

    Parameters
    ----------
    path
        The file.
    options
        What is said of the model.
    choices
        How the samples are to be used.

    Raises
    ------
    ModelError
        If no samples are named, or model and samples do not go together, or something is not known.
    """
    from nnviz.documents.open_any import FoundDocument, find_document

    if options.samples is None:
        asked = filled(_ASKED, name=path.name)
        found = QT_TRANSLATE_NOOP("model", "a network without samples")
        accepted = QT_TRANSLATE_NOOP("model", "--samples with a file of samples, or a scenario whose samples are taken")
        raise ModelError(asked, "", found, accepted)
    scenario, notes = model_scenario(path, find_document(options.samples, choices).session.scenario.data, options)
    return FoundDocument(scenario, None, notes)


def model_scenario(path: Path, data: DataSpec, options: ModelOptions) -> tuple[Scenario, tuple[str, ...]]:
    """Return the scenario of a model's file with samples, and what is to be told of it.

    Samples of a file are taken as they are, without scaling: so the model has met them.

    Raises
    ------
    ModelError
        If the file cannot be read, or model and samples do not go together, or something is not known.
    """
    model = read_model_file(path, options.layout)
    if data.kind == FILE:
        data = replace(data, scaling=None, divisor=None, offset=None, factor=None, target_scaling=None)
    scenario, notes = scenario_with_data(model, data, options.activations, options.loss)
    told = filled(
        QT_TRANSLATE_NOOP("model", "{name}: a network {sizes}, {activations}, loss {loss}"),
        name=path.name,
        sizes="-".join(map(str, model.sizes)),
        activations=", ".join(layer.activation for layer in scenario.layers),
        loss=scenario.loss,
    )
    return replace(scenario, title={"en": path.stem}), (told, *notes)
