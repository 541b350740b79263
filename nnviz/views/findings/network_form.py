"""The row in which a person says what their network is."""

from __future__ import annotations

import re

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.recorded_run.findings import ShownNetwork
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option
from nnviz.views.widgets.looks import set_look

_SIZES = re.compile(r"\s*\d+(\s*[-–,x× ]\s*\d+)+\s*")


class NetworkForm(QWidget):
    """Asks for the sizes, the activations, the loss, and what a sample is.

    Signals
    -------
    network_requested(str)
        Judge the code again with this network, written as `nnviz debug --network` reads it.
    """

    network_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = QLineEdit()
        self.sizes.setPlaceholderText("2-3-1")
        self.sizes.setToolTip(self.tr("Units of each layer, the inputs first"))
        self.hidden, self.output = ChoiceCombo(theme), ChoiceCombo(theme)
        options = [Option(name, translate_model(row.title)) for name, row in ACTIVATIONS.items()]
        self.hidden.set_options([option for option in options if option.key != "softmax"])
        self.output.set_options(options)
        self.hidden.choose("tanh")
        self.output.choose("sigmoid")
        self.loss, self.samples = ChoiceCombo(theme), ChoiceCombo(theme)
        self.loss.set_options([Option(name, translate_model(row.title)) for name, row in LOSSES.items()])
        self.loss.choose(next(iter(LOSSES)))
        rows, columns = self.tr("a sample is a row"), self.tr("a sample is a column")
        self.samples.set_options([Option("rows", rows), Option("columns", columns)])
        self.samples.choose("rows")
        self.apply = QPushButton(self.tr("Judge again"))
        self.apply.setAutoDefault(True)
        self.apply.clicked.connect(self._request)
        self.sizes.returnPressed.connect(self._request)
        self.sizes.textEdited.connect(self._forget_fault)
        labels = (
            (self.tr("sizes"), self.sizes),
            (self.tr("hidden"), self.hidden),
            (self.tr("output"), self.output),
            (self.tr("loss"), self.loss),
            (self.tr("samples"), self.samples),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.GAP))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(theme.px(metrics.SMALL_GAP))
        for text, field in labels:
            label = QLabel(text)
            label.setProperty("role", "secondary")
            field.setAccessibleName(text)
            form.addRow(label, field)
        column.addLayout(form)
        column.addWidget(self.apply)

    def show_network(self, network: ShownNetwork | None) -> None:
        """Show what was found as what can be changed."""
        if network is None:
            return
        self.sizes.setText("-".join(map(str, network.sizes)))
        if len(network.activations) > 1 and network.activations[0] in ACTIVATIONS:
            self.hidden.choose(network.activations[0])
        if network.activations[-1] in ACTIVATIONS:
            self.output.choose(network.activations[-1])
        if network.loss in LOSSES:
            self.loss.choose(network.loss)
        self.samples.choose(network.samples_are)

    def _request(self) -> None:
        if _SIZES.fullmatch(self.sizes.text()) is None:
            set_look(self.sizes, "fault", True)
            self.sizes.setFocus()
            return
        sizes = re.findall(r"\d+", self.sizes.text())
        activations = [self.hidden.chosen_key()] * (len(sizes) - 2) + [self.output.chosen_key()]
        parts = ("-".join(sizes), ",".join(activations), self.loss.chosen_key(), self.samples.chosen_key())
        self.network_requested.emit(" ".join(parts))

    def _forget_fault(self) -> None:
        set_look(self.sizes, "fault", False)
