"""Which features of two inputs the network gets."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from nnviz.model.network.input_features import AS_THEY_ARE, FEATURES
from nnviz.model.program.symbols import subscript
from nnviz.model.scenario.edit import effective_features, with_features
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.setup.row import SettingWords, SetupRow
from nnviz.views.setup.texts import effect_text, tooltip
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.shortcuts import is_space_override

_FIRST_LINE = 4
"""Features in the first of two lines; those of the second have longer names, and wider buttons."""
_COLUMNS = 12
_LONGEST = 3
"""Letters of a name of an input that a button has room for."""


class _Toggle(QToolButton):
    """A feature, taken or not.

    Signals
    -------
    switched(str)
        A person pressed it: its feature's name.
    """

    switched = pyqtSignal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setCheckable(True)
        # A click leaves the keyboard where it is: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inner = theme.px(metrics.PILL - 2 * metrics.BORDER)
        self.setStyleSheet(
            f"QToolButton {{ padding: 0px; min-height: {inner}px; max-height: {inner}px; }}"
            f"QToolButton:!checked:!focus {{ border-color: {theme.border}; }}"
        )
        self.clicked.connect(self._report)

    def event(self, event: QEvent | None) -> bool:
        """Handle Space while it has the keyboard."""
        return True if is_space_override(event) else super().event(event)

    def _report(self) -> None:
        self.switched.emit(self.name)


class FeaturesRow(SetupRow):
    """A button for each feature; one at least stays pressed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        words = SettingWords(
            self.tr("Features"),
            self.tr("Features"),
            self.tr(
                "What the network receives of a sample: its two inputs, or numbers computed from them. "
                "The samples keep their places on the plane."
            ),
        )
        super().__init__(words, theme, parent, wide=True)
        self._signs: dict[str, str] = {}
        self.buttons = {name: _Toggle(name, theme, self) for name in FEATURES}
        grid = QGridLayout()
        grid.setSpacing(theme.px(metrics.SMALL_GAP))
        for number, button in enumerate(self.buttons.values()):
            line, place = divmod(number, _FIRST_LINE)
            wide = _COLUMNS // (len(FEATURES) - _FIRST_LINE if line else _FIRST_LINE)
            grid.addWidget(button, line, place * wide, 1, wide)
            button.switched.connect(self._take)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which features are taken, under the names of the data's own inputs."""
        names = snapshot.data.place_names
        first, second = names if max(map(len, names)) <= _LONGEST else AS_THEY_ARE
        first, second = _with_index(first), _with_index(second)
        self._signs = {name: row.sign.format(x1=first, x2=second) for name, row in FEATURES.items()}
        super().show_snapshot(snapshot)

    def control(self) -> QWidget:
        """Return the first button."""
        return self.buttons[AS_THEY_ARE[0]]

    def tab_stops(self) -> Sequence[QWidget]:
        """Return the buttons."""
        return tuple(self.buttons.values())

    def refresh(self, scenario: Scenario) -> None:
        """Press the buttons of the features that are taken."""
        taken = effective_features(scenario)
        self.explain(scenario, with_features(scenario, AS_THEY_ARE if taken != AS_THEY_ARE else tuple(FEATURES)))
        for name, button in self.buttons.items():
            sign = self._signs[name]
            button.setText(sign)
            button.setAccessibleName(sign)
            button.setChecked(name in taken)
            other = self._switched(name)
            effect = self.tr("At least one feature is needed.") if other is None else effect_text(scenario, other)
            button.setToolTip(tooltip(sign, self.words.help, effect))

    def _switched(self, name: str) -> Scenario | None:
        """Return the scenario with a feature more or less, or None where it is the last."""
        taken = set(effective_features(self.scenario)) ^ {name}
        return with_features(self.scenario, tuple(taken)) if taken else None

    def _take(self, name: str) -> None:
        changed = self._switched(name)
        if changed is None:
            self.buttons[name].setChecked(True)
            return
        self.request(changed, ", ".join(self._signs[taken] for taken in effective_features(changed)))


def _with_index(name: str) -> str:
    """Return a name that ends in a number as the other views write it: x1 as x₁."""
    letters = name.rstrip("0123456789")
    return name if letters in ("", name) else letters + subscript(int(name[len(letters) :]))
