"""The form that adds another session to compare with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.model.comparison.variants import (
    FASTER,
    Variant,
    next_seed,
    with_learning_rate,
    with_method,
    with_one_mistake,
    with_seed,
    without_mistakes,
)
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.program.training_methods import METHODS
from nnviz.model.random.seeds import SEED_MAX
from nnviz.model.scenario.edit.mistakes import possible_in
from nnviz.model.scenario.file import shipped_titles
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views import file_dialogs
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import branch_name, translate_model
from nnviz.views.widgets import NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

RATE, SEED, METHOD, MISTAKE = "rate", "seed", "method", "mistake"
SCENARIO, BRANCH, COPY, FILE = "scenario", "branch", "copy", "file"

_RIGHT = ""
"""The key of no mistake."""


class SessionForm(QWidget):
    """A kind of session, what is different in it, and the button that adds it.

    Signals
    -------
    scenario_requested(Scenario, object)
        Compare with a run of it under that name (text of the model, marked).
    shipped_requested(str)
        Compare with a run of a scenario that comes with nnviz.
    branch_requested(str)
        Compare with another branch.
    copy_requested()
        Compare with a copy of the session in the window.
    file_requested(Path)
        Compare with a session or scenario from a file.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    scenario_requested = pyqtSignal(object, object)
    shipped_requested = pyqtSignal(str)
    branch_requested = pyqtSignal(str)
    copy_requested = pyqtSignal()
    file_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._offered_of: tuple[object, ...] = ()
        self.kinds, self.choices = ChoiceCombo(theme, self), ChoiceCombo(theme, self)
        self.number = NumberField(theme, self)
        self.add = QPushButton(self.tr("Add"), self)
        self.kinds.setAccessibleName(self.tr("What to compare with"))
        self.choices.setAccessibleName(self.tr("Which one"))
        self.number.line_edit().setAccessibleName(self.tr("Number"))
        self.kinds.set_options([Option(key, title) for key, title in self._kinds().items()])
        self.kinds.choose(RATE)
        self.kinds.chosen.connect(self._show_kind)
        self.add.setEnabled(False)
        self.add.clicked.connect(self._ask)
        self._lay_out()

    def _kinds(self) -> dict[str, str]:
        return {
            RATE: self.tr("another learning rate"),
            SEED: self.tr("another seed"),
            METHOD: self.tr("another way to train"),
            MISTAKE: self.tr("with or without a mistake"),
            SCENARIO: self.tr("another scenario"),
            BRANCH: self.tr("another branch"),
            COPY: self.tr("a copy of this session"),
            FILE: self.tr("a saved session"),
        }

    def _lay_out(self) -> None:
        gap = self._theme.px(metrics.GAP)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self.number, 1)
        row.addWidget(self.choices, 1)
        row.addStretch(0)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.kinds)
        column.addLayout(row)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what can be compared with the session of a snapshot."""
        offered_of = (snapshot.scenario, snapshot.branch, tuple(info.name for info in snapshot.branches))
        is_other = self._offered_of[1:] != offered_of[1:] or self._offered_of[0] is not snapshot.scenario
        self._snapshot, self._offered_of = snapshot, offered_of
        if is_other:
            self._show_kind(self.kinds.chosen_key())

    def choose(self, kind: str) -> None:
        """Choose what to compare with, as in the list."""
        self.kinds.choose(kind)
        self._show_kind(kind)

    # Inside ------------------------------------------------------------------------------------------------------

    def _show_kind(self, kind: str) -> None:
        if self._snapshot is None:
            return
        scenario = self._snapshot.scenario
        self.number.setVisible(kind in (RATE, SEED))
        if kind == RATE:
            self.number.set_range(0.0, float("inf"))
            self.number.set_step(FASTER, factor=True)
            self.number.set_value(FASTER * scenario.optimiser.learning_rate)
        elif kind == SEED:
            self.number.set_range(0, SEED_MAX, whole=True)
            self.number.set_step(1.0)
            self.number.set_value(next_seed(scenario))
        options = self._options(kind, self._snapshot)
        self.choices.setVisible(bool(options))
        self.choices.set_options(options)
        if options:
            self.choices.choose(options[0].key)
        self.add.setText(self.tr("Choose a file…") if kind == FILE else self.tr("Add"))
        self._explain(kind, scenario, has_options=bool(options))

    def _explain(self, kind: str, scenario: Scenario, *, has_options: bool) -> None:
        """Enable the button, or explain why there is nothing to add."""
        reason = ""
        if kind == RATE and scenario.optimiser.kind not in OPTIMISERS:
            reason = self.tr("An evolution strategy has no learning rate.")
        elif kind == BRANCH and not has_options:
            reason = self.tr("There is no other branch yet: an edit in the past begins one.")
        elif kind == MISTAKE and not has_options:
            reason = self.tr("No known mistake changes anything here.")
        self.add.setEnabled(not reason)
        self.add.setToolTip(reason)

    def _options(self, kind: str, snapshot: Snapshot) -> Sequence[Option]:
        scenario = snapshot.scenario
        if kind == METHOD:
            others = (row for name, row in METHODS.items() if name != scenario.optimiser.kind)
            return [Option(row.name, translate_model(row.title)) for row in others]
        if kind == MISTAKE:
            right = [Option(_RIGHT, self.tr("without the mistake"))] if scenario.mistakes else []
            possible = possible_in(scenario, snapshot.data)
            # A mistake that the person has to find must not be revealed by leaving it out.
            made = () if scenario.hides_mistakes else scenario.mistakes
            wrong = (row for row in possible if row.name not in made)
            return [*right, *(Option(row.name, translate_model(row.title), help=row.looks) for row in wrong)]
        if kind == SCENARIO:
            return [Option(name, title) for name, title in shipped_titles(self.locale().name())]
        if kind == BRANCH:
            names = (info.name for info in snapshot.branches if info.name != snapshot.branch)
            return [Option(name, branch_name(name)) for name in names]
        return []

    def _ask(self) -> None:
        kind = self.kinds.chosen_key()
        if kind == SCENARIO:
            self.shipped_requested.emit(self.choices.chosen_key())
        elif kind == BRANCH:
            self.branch_requested.emit(self.choices.chosen_key())
        elif kind == COPY:
            self.copy_requested.emit()
        elif kind == FILE:
            self._ask_file()
        else:
            variant = self._variant(kind)
            if variant is not None:
                self.scenario_requested.emit(variant.scenario, variant.name)

    def _variant(self, kind: str) -> Variant | None:
        """Return what the fields ask for; None when a field does not accept its number."""
        assert self._snapshot is not None  # the button is enabled with the first snapshot
        scenario, chosen = self._snapshot.scenario, self.choices.chosen_key()
        if kind in (RATE, SEED):
            self.number.enter()
            if self.number.error_text():
                return None
            value = self.number.value()
            return with_learning_rate(scenario, value) if kind == RATE else with_seed(scenario, int(value))
        if kind == METHOD:
            return with_method(scenario, chosen)
        return without_mistakes(scenario) if chosen == _RIGHT else with_one_mistake(scenario, chosen)

    def _ask_file(self) -> None:
        kinds = self.tr("Sessions and scenarios (*.nnviz *.json);;All files (*)")
        path: Path | None = file_dialogs.ask_open(self, self.tr("Compare with"), kinds)
        if path is not None:
            self.file_requested.emit(path)
