"""How many updates a frame of a run makes."""

from itertools import count

import pytest

from nnviz.controller.frame_budget import FRAME, SLICE, SPARE, FrameBudget
from nnviz.model.session.available_commands import FASTEST


class Machine:
    """A clock on which an update takes a set time."""

    def __init__(self, seconds_per_update: float) -> None:
        self.now = 100.0
        self.seconds_per_update = seconds_per_update
        self.updates = 0

    def run(self, n: int) -> bool:
        self.updates += n
        self.now += n * self.seconds_per_update
        return True

    def clock(self) -> float:
        return self.now


def run_for(machine: Machine, budget: FrameBudget, seconds: float, speed: float) -> None:
    budget.start()
    begin = machine.now
    for frame in count():
        if frame * FRAME >= seconds:
            return
        machine.now = max(machine.now, begin + frame * FRAME)
        budget.run_frame(speed)


@pytest.mark.parametrize("speed", [1.0, 2.0, 10.0, 60.0, 200.0, 5000.0])
def test_that_a_run_makes_as_many_updates_as_its_speed_asks_for(speed: float) -> None:
    machine = Machine(1e-5)
    run_for(machine, FrameBudget(machine.run, machine.clock), 10.0, speed)
    assert machine.updates == pytest.approx(10 * speed, abs=max(2.0, speed * FRAME * 2))


def test_that_the_first_update_of_a_slow_run_is_made_at_once() -> None:
    machine = Machine(1e-5)
    budget = FrameBudget(machine.run, machine.clock)
    budget.start()
    assert budget.run_frame(1.0) == 1
    assert budget.run_frame(1.0) == 0


def frames_with(machine: Machine, budget: FrameBudget, painting: float, frames: int = 60) -> float:
    """Run frames that take so long to paint; return the seconds of the last that training took."""
    budget.start()
    trained = 0.0
    for _ in range(frames):
        begin = machine.now
        budget.run_frame(FASTEST)
        trained = machine.now - begin
        machine.now += painting
        if machine.now - begin < FRAME:
            budget.note_painted()
            machine.now = begin + FRAME
        # Otherwise the next frame is due before anything can tell that this one has been painted.
    return trained


@pytest.mark.parametrize("painting", [0.001, 0.005, 0.010])
@pytest.mark.parametrize("seconds_per_update", [1e-6, 5e-5, 1e-3])
def test_that_the_fastest_run_fills_what_painting_leaves_of_a_frame_and_not_more(
    seconds_per_update: float, painting: float
) -> None:
    machine = Machine(seconds_per_update)
    left = FRAME - painting
    trained = frames_with(machine, FrameBudget(machine.run, machine.clock), painting)
    assert 0.6 * (left - SPARE) <= trained <= left


@pytest.mark.parametrize("painting", [0.016, 0.030, 0.1])
def test_that_training_goes_on_with_a_small_share_where_painting_takes_the_whole_frame(painting: float) -> None:
    machine = Machine(1e-5)
    trained = frames_with(machine, FrameBudget(machine.run, machine.clock), painting)
    assert 0.08 * painting <= trained <= 0.15 * painting


def test_that_one_late_frame_leaves_most_of_the_slice_to_the_next() -> None:
    machine = Machine(1e-5)
    budget = FrameBudget(machine.run, machine.clock)
    usual = frames_with(machine, budget, 0.005)
    budget.run_frame(FASTEST)
    machine.now += 0.030
    begin = machine.now
    budget.run_frame(FASTEST)
    assert 0.5 * usual <= machine.now - begin < usual


def test_that_the_first_frame_of_all_takes_the_slice_that_is_known_to_be_short() -> None:
    machine = Machine(1e-5)
    budget = FrameBudget(machine.run, machine.clock)
    budget.start()
    begin = machine.now
    budget.run_frame(FASTEST)
    assert machine.now - begin <= 1.1 * SLICE


def test_that_an_update_longer_than_a_slice_is_made_once_per_frame() -> None:
    machine = Machine(0.05)
    budget = FrameBudget(machine.run, machine.clock)
    budget.start()
    assert [budget.run_frame(FASTEST) for _ in range(3)] == [1, 1, 1]


def test_that_updates_a_slow_machine_could_not_make_are_not_owed_for_ever() -> None:
    machine = Machine(0.01)
    budget = FrameBudget(machine.run, machine.clock)
    run_for(machine, budget, 2.0, 5000.0)
    machine.seconds_per_update = 1e-9
    made = machine.updates
    budget.run_frame(5000.0)
    assert machine.updates - made <= 5000.0 * FRAME * 5
