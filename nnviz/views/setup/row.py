"""One setting: a label over a control, and how the scenario is read and changed by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PyQt6.QtCore import QSize, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.model.limits import Range
from nnviz.model.scenario.scenario import Scenario, keeps_network
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_short
from nnviz.views.scenario_changes import Aspect, with_consequences
from nnviz.views.setup.texts import change_text, effect_text, tooltip
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets import ElidedLabel, NumberField
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option

_PERCENT = 100.0


@dataclass(frozen=True)
class SettingWords:
    """What a setting is called: over its field, in Undo, and in its tooltip."""

    label: str
    name: str
    help: str


@dataclass(frozen=True)
class NumberSetting:
    """A setting that is a number.

    Attributes
    ----------
    words
        Translated.
    read, write
        The number in a scenario, and a scenario with another one.
    range_of
        What is accepted.
    step, by_factor
        What Up and Down do.
    percent
        Whether a share from 0 to 1 is shown as a percentage.
    asked
        Which part of a scenario this is, so that it is not listed as a consequence of itself.
    """

    words: SettingWords
    read: Callable[[Scenario], float]
    write: Callable[[Scenario, float], Scenario]
    range_of: Callable[[Scenario], Range]
    step: float = 1.0
    by_factor: bool = False
    percent: bool = False
    asked: frozenset[Aspect] = frozenset()


@dataclass(frozen=True)
class SetupChoice:
    """A setting that is one of a list.

    Attributes
    ----------
    words
        Translated.
    read, write
        The key in a scenario, and a scenario with another one.
    options
        What there is to choose from.
    asked
        As of `NumberSetting`.
    """

    words: SettingWords
    read: Callable[[Scenario], str]
    write: Callable[[Scenario, str], Scenario]
    options: Callable[[Scenario], Sequence[Option]]
    asked: frozenset[Aspect] = frozenset()


class SetupRow(QWidget):
    """A label over a control.

    Signals
    -------
    scenario_requested(Scenario, str)
        A person asked for other settings; the text says what they changed.

    Parameters
    ----------
    words
        Translated.
    theme
        Colours and sizes.
    wide
        Whether the row takes the panel's whole width, or half of it.

    Attributes
    ----------
    label
        What the setting is called.
    starts_line
        Whether the row is at the left, although there may be room beside the row before it.
    """

    scenario_requested = pyqtSignal(object, str)

    def __init__(self, words: SettingWords, theme: Theme, parent: QWidget, *, wide: bool = False) -> None:
        super().__init__(parent)
        self.words = words
        self.wide = wide
        self.starts_line = wide
        self._theme = theme
        self._shown: Scenario | None = None
        self.label = ElidedLabel(words.label, self)
        self.label.setProperty("role", "label")
        side = theme.px(metrics.GAP + 1)
        self._mark = QLabel(self)
        self._mark.setPixmap(icon("restart", theme, "faint").pixmap(QSize(side, side)))
        self._mark.setVisible(False)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(metrics.SMALL_GAP))
        self.head.addWidget(self.label)
        self.head.addWidget(self._mark)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(metrics.SMALL_GAP))
        self.column.addLayout(self.head)
        # Both columns of a section are as wide as each other, whatever is in them.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown, which the setting changes."""
        assert self._shown is not None  # nothing can be changed before something is shown
        return self._shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the setting of a scenario."""
        self._shown = snapshot.scenario
        self.refresh(snapshot.scenario)

    def refresh(self, scenario: Scenario) -> None:
        """Bring the control up to date."""
        raise NotImplementedError

    def control(self) -> QWidget:
        """Return what takes the keyboard."""
        raise NotImplementedError

    def tab_stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through, in order."""
        return (self.control(),)

    def error_label(self) -> QLabel | None:
        """Return the text that says what is accepted, to be put under the field in full width; None if never needed."""
        return None

    def is_marked(self) -> bool:
        """Return whether the label has the mark of a setting that restarts the network."""
        return not self._mark.isHidden()

    def explain(self, scenario: Scenario, example: Scenario | None, *more: str) -> None:
        """Set the tooltip, and the mark beside the label, from an example of a change; None where none is possible."""
        effect = "" if example is None else effect_text(scenario, example)
        text = tooltip(self.words.help, *more, effect)
        for widget in (self.label, self._mark, self.control()):
            widget.setToolTip(text)
        self.control().setAccessibleDescription(self.words.help)
        self._mark.setVisible(example is not None and not keeps_network(scenario, example))

    def request(self, scenario: Scenario, value: str, asked: frozenset[Aspect] = frozenset()) -> None:
        """Ask for a scenario, naming this setting and its new value."""
        self.ask(scenario, change_text(self.words.name, value), asked)

    def ask(self, scenario: Scenario, text: str, asked: frozenset[Aspect] = frozenset()) -> None:
        """Ask for a scenario, with what else it changes added to the text."""
        self.scenario_requested.emit(scenario, with_consequences(text, self.scenario, scenario, asked))


class NumberRow(SetupRow):
    """A setting that is a number."""

    def __init__(self, quantity: NumberSetting, theme: Theme, parent: QWidget) -> None:
        super().__init__(quantity.words, theme, parent)
        self._quantity = quantity
        self._factor = _PERCENT if quantity.percent else 1.0
        self.field = NumberField(theme, self)
        # Tab has an order of its own here: what comes elsewhere in Qt's and forwards its focus would lead Tab back.
        self.field.setFocusProxy(None)
        self.field.set_step(quantity.step, quantity.by_factor)
        self.field.line_edit().setAccessibleName(quantity.words.name)
        self.field.number_entered.connect(self._take)
        self.column.addWidget(self.field)

    def control(self) -> QWidget:
        """Return the field."""
        return self.field.line_edit()

    def error_label(self) -> QLabel:
        """Return the field's own."""
        return self.field.error_label()

    def refresh(self, scenario: Scenario) -> None:
        """Show the number, if it is another one than the field has: a person may be typing."""
        accepted = self._quantity.range_of(scenario)
        self.field.set_range(accepted.low * self._factor, accepted.high * self._factor, accepted.whole)
        value = _plain(self._quantity.read(scenario) * self._factor)
        if value != self.field.value():
            self.field.set_value(value)
        other = accepted.low if self._quantity.read(scenario) != accepted.low else accepted.low + 1
        example = self._quantity.write(scenario, other) if accepted.low != accepted.high else None
        self.explain(scenario, example, self.field.accepted_text())

    def _take(self, number: float) -> None:
        changed = self._quantity.write(self.scenario, _plain(number / self._factor))
        unit = " %" if self._quantity.percent else ""
        self.request(changed, format_short(number, 6) + unit, self._quantity.asked)


class ChoiceRow(SetupRow):
    """A setting that is one of a list."""

    def __init__(self, choice: SetupChoice, theme: Theme, parent: QWidget, *, wide: bool = False) -> None:
        super().__init__(choice.words, theme, parent, wide=wide)
        self._choice = choice
        self.combo = ChoiceCombo(theme, self)
        self.combo.setAccessibleName(choice.words.name)
        self.combo.chosen.connect(self._take)
        self.column.addWidget(self.combo)

    def control(self) -> QWidget:
        """Return the combo box."""
        return self.combo

    def refresh(self, scenario: Scenario) -> None:
        """Show the choice; every entry says what it is and whether the network is kept."""
        key = self._choice.read(scenario)
        examples = {
            option.key: self._choice.write(scenario, option.key)
            for option in self._choice.options(scenario)
            if option.enabled and option.key != key
        }
        options = [
            replace(option, help=tooltip(option.help, effect_text(scenario, examples[option.key])))
            if option.key in examples
            else replace(option, help=tooltip(option.help))
            for option in self._choice.options(scenario)
        ]
        self.combo.set_options(options)
        self.combo.choose(key)
        title = self.combo.option(key).title
        self.explain(scenario, next(iter(examples.values()), None), title)

    def _take(self, key: str) -> None:
        option = self.combo.option(key)
        self.request(self._choice.write(self.scenario, key), option.short or option.title, self._choice.asked)


def _plain(number: float) -> float:
    """Return 7.0 for 0.07 · 100, which is 7.000000000000001."""
    return float(f"{number:.12g}")
