"""What an import makes of its draft; each may take seconds, and knows nothing of the window."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.model.scenario.edit import with_data
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.suggestion import scenario_for
from nnviz.model.scenario.validation import Prepared, prepare
from nnviz.model.session.session import Session
from nnviz.views.imports.draft import Draft


def opened(draft: Draft, title: str) -> Session:
    """Return a new scenario that learns the samples, ready to be run.

    Raises
    ------
    ModelError
        If they cannot be read, or not be run.
    """
    return Session(scenario_for(draft.data(), title))


def used(draft: Draft, old: Scenario) -> Prepared:
    """Return a scenario with the samples in the place of its own.

    Raises
    ------
    ModelError
        If they cannot be read, or not be run.
    """
    return prepare(with_data(old, draft.data()))


def changed(make: Callable[[], Draft], change: Callable[[Draft], Draft]) -> Draft:
    """Return the draft that `make` gives, with a change to it."""
    return change(make())
