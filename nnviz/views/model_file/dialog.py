"""The dialog that asks what the file of a model does not say: samples, activations, loss, layout of the weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.other_libraries.array_layouts import WEIGHTS, WeightLayout
from nnviz.model.other_libraries.library_model import LibraryModel
from nnviz.model.program.losses import LOSSES
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_OPEN, _FILE, _BY_ITSELF = "open", "file", ""


@dataclass(frozen=True)
class ModelAnswer:
    """What the person said.

    Attributes
    ----------
    samples
        A file of samples; None for those that are open.
    activations
        Layer by layer; None for the model's own.
    loss
        None for the model's own, or what its outputs and the samples suggest.
    layout
        Whether W is (units × inputs) or (inputs × units); None where the file says it.
    """

    samples: Path | None
    activations: tuple[str, ...] | None
    loss: str | None
    layout: WeightLayout | None


@dataclass(frozen=True)
class OpenSamples:
    """The samples that are open now: their name, and how many inputs they have."""

    name: str
    inputs: int


class ModelDialog(QDialog):
    """Asks, with what the file says filled in.

    Parameters
    ----------
    theme
        Its looks.
    path
        The file.
    read
        Reads it in a layout; raises a `ModelError` where it cannot.
    samples
        Those that are open.
    kinds
        The filter of files of samples.
    parent
        The window.

    Raises
    ------
    ModelError
        If the file cannot be read in any layout.
    """

    def __init__(
        self,
        theme: Theme,
        path: Path,
        read: Callable[[WeightLayout | None], LibraryModel],
        samples: OpenSamples,
        kinds: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = _readings(read)
        self._layout, model = next(iter(self._models.items()))
        self._kinds = kinds
        self._path: Path | None = None
        self._samples_open = samples
        self.setWindowTitle(self.tr("Open a model"))
        name = QLabel(path.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "heading")
        self._about, self._problem = QLabel(), QLabel()
        for label in (self._about, self._problem):
            label.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("role", "fault")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._ask_samples(theme)
        self._ask_layout(theme)
        self._activations = self._ask_activations(theme, model)
        self._loss = self._ask_loss(theme, model)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = QPushButton(self.tr("Open"))
        self._accept.setDefault(True)
        self.buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setSpacing(theme.px(metrics.PADDING))
        box.setContentsMargins(*[theme.px(2 * metrics.GAP)] * 4)
        box.addWidget(name)
        box.addWidget(self._about)
        box.addLayout(self._form)
        box.addWidget(self._problem)
        box.addWidget(self.buttons)
        self.setMinimumWidth(theme.px(560))
        self._show_state()

    def answer(self) -> ModelAnswer:
        """Return what is chosen now."""
        chosen = tuple(combo.chosen_key() for combo in self._activations)
        own = self._model.activations
        return ModelAnswer(
            samples=self._path if self._samples.chosen_key() == _FILE else None,
            activations=None if own is not None and _listed(own) == chosen else chosen,
            loss=self._loss.chosen_key() or None,
            layout=self._layout,
        )

    @property
    def _model(self) -> LibraryModel:
        return self._models[self._layout]

    def _ask_samples(self, theme: Theme) -> None:
        fits = self._samples_open.inputs == self._model.sizes[0]
        self._samples = ChoiceCombo(theme)
        self._button = QPushButton(self.tr("File of samples…"))
        self._button.clicked.connect(self._choose_file)
        self._fill_samples()
        self._samples.choose(_OPEN if fits else _FILE)
        self._samples.chosen.connect(self._take_samples)
        self._form.addRow(self.tr("Samples"), self._samples)
        self._form.addRow("", self._button)

    def _fill_samples(self) -> None:
        open_samples, needed = self._samples_open, self._model.sizes[0]
        fits = open_samples.inputs == needed
        text = self.tr("those that are open: %1") if fits else self.tr("those that are open, %1, have %2 inputs")
        title = text.replace("%1", open_samples.name).replace("%2", str(open_samples.inputs))
        file = self.tr("of a file") if self._path is None else self._path.name
        self._samples.set_options([Option(_OPEN, title, enabled=fits), Option(_FILE, file)])

    def _take_samples(self, key: str) -> None:
        self._samples.choose(key)
        if key == _FILE and self._path is None:
            self._choose_file()
        self._show_state()

    def _choose_file(self) -> None:
        path = file_dialogs.ask_open(self, self.tr("Samples"), self._kinds)
        if path is not None:
            self._path = path
            self._fill_samples()
            self._samples.choose(_FILE)
        self._show_state()

    def _ask_layout(self, theme: Theme) -> None:
        if len(self._models) == 1:
            return
        titles = {"units-inputs": self.tr("units × inputs, as in PyTorch"), "inputs-units": self.tr("inputs × units")}
        combo = ChoiceCombo(theme)
        combo.set_options([Option(str(layout), titles[str(layout)]) for layout in self._models])
        combo.choose(str(self._layout))

        def take(key: str) -> None:
            self._layout = next(layout for layout in self._models if str(layout) == key)
            combo.choose(key)
            self._show_state()

        combo.chosen.connect(take)
        self._form.addRow(self.tr("Weights"), combo)

    def _ask_activations(self, theme: Theme, model: LibraryModel) -> list[ChoiceCombo]:
        known = _listed(model.activations or ())
        combos = []
        for number, units in enumerate(model.sizes[1:], start=1):
            names = list(dict.fromkeys([*ACTIVATIONS, *known]))
            combo = ChoiceCombo(theme)
            combo.set_options([Option(name, translate_model(_title(name))) for name in names])
            combo.choose(known[number - 1] if known else self._guess(number))
            combo.chosen.connect(combo.choose)
            text = self.tr("Layer %1 (%2)").replace("%1", str(number)).replace("%2", str(units))
            self._form.addRow(text, combo)
            combos.append(combo)
        return combos

    def _guess(self, number: int) -> str:
        return "identity" if number == len(self._model.weights) else "relu"

    def _ask_loss(self, theme: Theme, model: LibraryModel) -> ChoiceCombo:
        combo = ChoiceCombo(theme)
        own = self.tr("by outputs and samples") if model.loss is None else self.tr("the model's: %1")
        options = [Option(_BY_ITSELF, own.replace("%1", str(model.loss)))]
        combo.set_options(options + [Option(name, translate_model(row.title)) for name, row in LOSSES.items()])
        combo.choose(_BY_ITSELF)
        combo.chosen.connect(combo.choose)
        self._form.addRow(self.tr("Loss"), combo)
        return combo

    def _show_state(self) -> None:
        model = self._model
        sizes = "-".join(map(str, model.sizes))
        about = self.tr("A network of %1: %2.").replace("%1", model.library).replace("%2", sizes)
        if model.activations is None:
            about += " " + self.tr("Its file does not name the activations: choose them.")
        self._about.setText("\n".join([about, *map(translate_model, model.notes)]))
        waits = self._samples.chosen_key() == _FILE and self._path is None
        self._problem.setText(self.tr("A network needs samples: choose a file.") if waits else "")
        self._accept.setEnabled(not waits)

    def tell(self, error: ModelError) -> None:
        """Show why what was chosen cannot be opened."""
        self._problem.setText(error_text(error))


def _readings(read: Callable[[WeightLayout | None], LibraryModel]) -> dict[WeightLayout | None, LibraryModel]:
    """Return the model by layout: one where the file says which it is."""
    try:
        return {None: read(None)}
    except ModelError as error:
        models: dict[WeightLayout | None, LibraryModel] = {}
        for layout in WEIGHTS:
            try:
                models[layout] = read(layout)
            except ModelError:
                continue
        if len(models) < 2:
            raise error from None
        return models


def _listed(activations: tuple[str, ...]) -> tuple[str, ...]:
    """Return activations by names of ours: a logarithm of softmax goes with its loss."""
    return tuple("softmax" if name not in ACTIVATIONS else name for name in activations)


def _title(name: str) -> str:
    return ACTIVATIONS[name].title
