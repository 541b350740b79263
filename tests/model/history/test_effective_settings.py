"""Which settings were effective at an update is found without going there."""

from dataclasses import replace

import pytest

from nnviz.model.history.effective_settings import effective_at, end_of_epoch
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


def with_rate(session: Session, rate: float) -> None:
    scenario = session.scenario
    session.change(replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate)))


def with_batch(session: Session, size: int) -> None:
    scenario = session.scenario
    session.change(replace(scenario, batch=replace(scenario.batch, size=size)))


@pytest.fixture
def spiral() -> Session:
    """25 updates in an epoch; another rate after 47, five updates in an epoch after 60; 80 in all."""
    session = Session(find_scenario("spiral"))
    session.step_update(47)
    with_rate(session, 0.5)
    session.step_update(13)
    with_batch(session, 50)
    session.step_update(20)
    return session


def test_that_each_update_has_the_settings_that_replaying_it_uses(spiral) -> None:
    found = [effective_at(spiral.effective_settings, update).scenario for update in range(1, 81)]
    where = spiral.position
    for update in range(1, 81):
        spiral.seek(update - 1)
        spiral.step_line()
        assert spiral.scenario is found[update - 1]
    spiral.to_newest()
    assert spiral.position == where


def test_that_asking_moves_nothing_and_costs_nothing_while_nothing_is_edited(spiral) -> None:
    before = spiral.position
    assert effective_at(spiral.effective_settings, 0) is effective_at(spiral.effective_settings, 47)
    assert spiral.position == before
    along = spiral.effective_settings
    assert [settings.since for settings in along] == [0, 47, 60]
    spiral.step_update(30)
    spiral.seek(10)
    assert spiral.effective_settings is along
    assert spiral.snapshot().effective_settings is along


def test_that_settings_chosen_again_at_once_were_never_effective() -> None:
    session = Session(find_scenario("xor"))
    session.step_update(10)
    with_rate(session, 0.5)
    with_rate(session, 0.25)
    session.step_update(10)
    assert [(s.since, s.scenario.optimiser.learning_rate) for s in session.effective_settings] == [
        (0, 0.42),
        (10, 0.25),
    ]


def test_that_another_branch_and_undo_have_their_own(spiral) -> None:
    spiral.seek(50)
    with_rate(spiral, 0.1)
    assert [settings.since for settings in spiral.effective_settings] == [0, 47, 50]
    spiral.undo()
    assert [settings.since for settings in spiral.effective_settings] == [0, 47, 60]
    spiral.restart()
    assert [settings.since for settings in spiral.effective_settings] == [0]


def test_that_the_end_of_each_epoch_is_found_across_changes(spiral) -> None:
    ends = {}
    for update in range(1, 81):
        spiral.seek(update, len(spiral.program) if update in (47, 60) else None)
        ends[spiral.position.epoch] = update
    newest = spiral.newest.completed
    assert ends == {epoch: end_of_epoch(spiral.effective_settings, epoch, newest) for epoch in ends}
    assert end_of_epoch(spiral.effective_settings, 0, newest) is None
    assert end_of_epoch(spiral.effective_settings, max(ends) + 1, newest) is None


def test_that_an_epoch_that_is_not_over_has_no_end_yet() -> None:
    session = Session(find_scenario("spiral"))
    session.step_update(30)
    assert end_of_epoch(session.effective_settings, 1, 30) == 25
    assert end_of_epoch(session.effective_settings, 2, 30) is None


@pytest.mark.slow
def test_that_a_snapshot_tells_the_memory_and_its_budget() -> None:
    session = Session(find_scenario("xor"))
    session.history_budget = 2**20
    session.step_update(5000)
    snapshot = session.snapshot()
    assert snapshot.history_budget == 2**20
    assert abs(snapshot.history_bytes - session.history_bytes) < 2**14
