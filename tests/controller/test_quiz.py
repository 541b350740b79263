"""The quiz of the window: breaking something, answering, and the score."""

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.controller import Controller
from nnviz.controller.quiz import Quiz
from nnviz.model.quiz.quiz import QuizState
from nnviz.model.scenario.file import find_scenario


@pytest.fixture
def controller(qapp: object) -> Controller:
    made = Controller(find_scenario("xor"))
    yield made
    made.pause()


@pytest.fixture
def quiz(controller: Controller) -> Quiz:
    return Quiz(controller, seed=1, parent=controller)


def hidden(controller: Controller) -> str:
    return controller.snapshot.scenario.mistakes[0]


def other(controller: Controller) -> str:
    return "no-mean" if hidden(controller) != "no-mean" else "flipped-sign"


def test_that_breaking_something_begins_again_and_asks(controller: Controller, quiz: Quiz, qtbot: QtBot) -> None:
    controller.stepping.step_update()
    with qtbot.waitSignal(quiz.state_changed) as caught:
        quiz.break_something()
    assert caught.args == [QuizState(asked=1)]
    assert controller.snapshot.hides_mistakes
    assert controller.snapshot.position.update == 0
    assert controller.run_state.undo == "Break something"


def test_that_breaking_something_pauses_a_run(controller: Controller, quiz: Quiz) -> None:
    controller.running.start()
    quiz.break_something()
    assert not controller.run_state.running


def test_that_the_news_of_it_is_the_same_whatever_is_broken(controller: Controller, quiz: Quiz) -> None:
    notices: list[str] = []
    controller.notice_given.connect(notices.append)
    names = set()
    for _ in range(20):
        quiz.break_something()
        names.add(hidden(controller))
    assert len(names) > 5
    assert len(notices) == 20
    assert len(set(notices)) == 1


def test_that_a_wrong_answer_hides_on_and_a_right_one_tells(controller: Controller, quiz: Quiz) -> None:
    quiz.break_something()
    quiz.answer(other(controller))
    assert quiz.state.outcome == "wrong"
    assert controller.snapshot.hides_mistakes
    quiz.answer(hidden(controller))
    assert (quiz.state.outcome, quiz.state.found, quiz.state.asked) == ("found", 1, 1)
    assert not controller.snapshot.hides_mistakes
    assert controller.snapshot.scenario.mistakes


def test_that_the_cursor_stays_in_the_middle_of_an_update_then(controller: Controller, quiz: Quiz) -> None:
    quiz.break_something()
    controller.stepping.advance(3, 9)
    values = controller.snapshot.values
    quiz.give_up()
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (4, 9)
    assert (controller.snapshot.values["A1"] == values["A1"]).all()
    assert quiz.state.outcome == "given-up"


def test_that_the_score_adds_up(controller: Controller, quiz: Quiz) -> None:
    for is_found in (True, False, True):
        quiz.break_something()
        if is_found:
            quiz.answer(hidden(controller))
        else:
            quiz.give_up()
    assert (quiz.state.found, quiz.state.asked) == (2, 3)


def test_that_where_nothing_is_hidden_nothing_is_judged_or_reported(controller: Controller, quiz: Quiz) -> None:
    quiz.answer("no-mean")
    quiz.give_up()
    assert quiz.state == QuizState()


def test_that_other_settings_do_not_end_the_hiding(controller: Controller, quiz: Quiz) -> None:
    quiz.break_something()
    name, scenario = hidden(controller), controller.snapshot.scenario
    controller.editing.change_scenario(find_scenario("xor"), "right again")
    assert not controller.snapshot.hides_mistakes
    controller.editing.undo()
    assert controller.snapshot.scenario == scenario
    assert hidden(controller) == name
