"""What the texts of the shipped scenarios state: numbers and outcomes, so that a text that is no longer true fails.

Figures of published documents are in `test_published_numbers`.
"""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.scenario.file import shipped_scenarios
from nnviz.model.session.session import Session

STATED = {
    # name: (parts of the English text, parts of the Chinese one) that the tests below are about
    "bowl-adam": (("first step is η", "bias stays 0"), ("第一步就是 η", "偏置始终为 0")),
    "bowl-adam-small": (("first step is η", "bias stays 0"), ("第一步就是 η", "偏置始终为 0")),
    "bowl-descent": (("w = 10", "0.8", "−0.6 times"), ("w = 10", "0.8", "−0.6 倍")),
    "bowl-momentum": (("μ = 0.1", "comes to rest sooner"), ("μ = 0.1", "更快停下来")),
    "eleven-lines": (("four samples", "10 000", "rate 4", "see its weight grow"), ("四个样本", "10 000", "学习率 4")),
    "logistic-l2-3-2-1": (("3-2-1", "rate 0.1, λ = 0.1", "weights only"), ("3-2-1", "学习率 0.1，λ = 0.1")),
    "softmax-3-2-2": (("three inputs, two sigmoid units, two classes",), ("三个输入、两个 sigmoid 单元、两个类别",)),
    "textbook-3-2-1": (("one is 0", "0.9", "does not move"), ("其中一个是 0", "0.9", "权重不动")),
    "circle": (("at least three", "two of the four"), ("至少要三条", "去掉两个")),
    "digits": (("8×8", "A fifth"), ("8×8", "五分之一")),
    "goodfellow-xor": (("exactly", "all gradients are 0"), ("恰好", "所有梯度都是 0")),
    "linear-unit": (("x = 2.1 and y = 4", "0.01"), ("x = 2.1，y = 4", "0.01")),
    "mazur": (("2-2-2", "0.5", "never updated"), ("2-2-2", "0.5", "从不更新")),
    "mnist-softmax": (("softmax", "A2 − Y"), ("softmax", "A2 − Y")),
    "mnist": (
        ("28×28", "784 inputs, 30 hidden units, 10 outputs", "of 32", "A fifth", "half squared"),
        ("半平方误差",),
    ),
    "planar-flower": (("400", "0.693", "0.22", "47 %"), ("400", "0.693", "0.22", "47%")),
    "playground": (("4 and 2 tanh units", "half squared", "of 10"), ("4 个和 2 个 tanh", "每批 10 个")),
    "ppt": (("2-2-2", "learning rate 1", "no biases"), ("2-2-2", "学习率 1", "没有偏置")),
    "sine": (("one input, one linear output, half squared",), ("一个输入、一个线性输出、半平方误差",)),
    "spiral": (("two hidden layers of eight",), ("两个隐藏层，各八个单元",)),
    "three-class-spiral": (("three softmax outputs", "A³ − Y"), ("三个 softmax 输出", "A³ − Y")),
    "worked-example-2-3-1": (("(0.4, 0.5), target 1", "0.01", "never updated"), ("(0.4, 0.5)，目标为 1", "从不更新")),
    "xor-evolution": (("start at zero", "within 500"), ("从零开始", "不到 500 次")),
    "xor-stuck": (
        ("0.01", "0.1 it learns, after about 25 000", "0.5, 1 or 2", "three of the four"),
        ("25 000 次", "三个"),
    ),
    "xor": (("no straight line",), ("任何直线都无法",)),
}


def scenario(name: str) -> Scenario:
    return Scenario.load(name)


def with_rate(rate: float) -> Session:
    stuck = scenario("xor-stuck")
    return Session(replace(stuck, optimiser=replace(stuck.optimiser, learning_rate=rate)))


def sizes(name: str) -> tuple[int, ...]:
    return Session(scenario(name)).snapshot().network.sizes


def best(session: Session, updates: int, every: int = 1000) -> int:
    """Return how many samples a run has right at most, looked at now and then."""
    most = 0
    for _ in range(updates // every):
        session.step_update(every)
        assert session.accuracy is not None
        most = max(most, round(session.accuracy * session.data.X.shape[1]))
    return most


def test_that_every_text_is_looked_at_and_still_states_what_is_tested_here() -> None:
    assert set(STATED) == set(shipped_scenarios())
    for name, parts in STATED.items():
        for language, stated in zip(("en", "zh_CN"), parts, strict=True):
            text = scenario(name).text[language]
            assert [part for part in stated if part not in text] == [], (name, language)


def test_that_stuck_xor_stays_near_one_half_for_its_fifty_epochs() -> None:
    session = with_rate(0.01)
    assert session.scenario.optimiser == scenario("xor-stuck").optimiser
    session.step_update(200)
    assert session.position.epoch == 50
    assert session.loss == pytest.approx(np.log(2), abs=1e-3)
    assert session.value("A2")[0, 0] == pytest.approx(0.5, abs=0.02)


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_stuck_xor_learns_with_a_tenth_after_about_25_000_updates() -> None:
    session = with_rate(0.1)
    session.step_update(22_000)
    assert session.accuracy == 0.75
    session.step_update(6_000)
    assert session.accuracy == 1.0


@pytest.mark.slow
@pytest.mark.parametrize("rate", [0.5, 1.0, 2.0])
@pytest.mark.sample(1)
@pytest.mark.no_cover
def test_that_stuck_xor_gets_no_further_than_three_with_more(rate: float) -> None:
    assert best(with_rate(rate), 40_000) <= 3


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_a_disc_is_closed_in_by_four_and_three_units_but_not_by_two() -> None:
    circle = scenario("circle")
    assert circle.layers[0].units == 4
    for units, closes in ((4, True), (3, True), (2, False)):
        session = Session(replace(circle, layers=(replace(circle.layers[0], units=units), *circle.layers[1:])))
        samples = session.data.X.shape[1]
        assert (best(session, 4000, every=500) == samples) == closes


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_the_flower_s_cost_falls_from_0693_to_about_022() -> None:
    session = Session(scenario("planar-flower"))
    assert session.data.X.shape[1] == 400
    assert session.loss == pytest.approx(0.693, abs=5e-4)
    session.step_update(5000)
    assert session.loss == pytest.approx(0.22, abs=5e-3)


def test_that_evolution_has_all_four_right_within_500_evaluations_from_zero() -> None:
    evolution, stuck = scenario("xor-evolution"), scenario("xor-stuck")
    assert evolution.layers == stuck.layers
    assert evolution.optimiser.generation == 1  # an evaluation an update
    session = Session(evolution)
    assert all(not array.any() for array in session.snapshot().parameters.values())
    assert best(session, 499, every=1) == 4


def test_that_gradient_descent_never_parts_units_that_start_at_zero() -> None:
    session = Session(replace(scenario("xor-stuck"), initial=scenario("xor-evolution").initial))
    session.step_update(2000)
    assert np.array_equal(session.value("W1")[0], session.value("W1")[1])


def test_that_xor_learns_within_a_second_of_sixty_updates_a_frame() -> None:
    assert best(Session(scenario("xor")), 600, every=100) == 4


def test_that_xor_by_hand_is_exact_and_has_no_gradients() -> None:
    session = Session(scenario("goodfellow-xor"))
    session.step_line(len(session.program))
    values = session.snapshot().values
    assert np.array_equal(values["A2"], values["Y"])
    assert not any(values[name].any() for name in ("dW1", "db1", "dW2", "db2"))
    assert np.array_equal(values["Z1"], np.round(values["Z1"]))
    places = {tuple(x): tuple(a) for x, a in zip(values["X"].T, values["A1"].T, strict=True)}
    assert places[(0.0, 1.0)] == places[(1.0, 0.0)]


def test_that_an_output_s_delta_is_a_minus_y_with_softmax() -> None:
    for name, last in (("three-class-spiral", 3), ("mnist-softmax", 2)):
        session = Session(scenario(name))
        session.step_update()
        assert np.array_equal(session.value(f"delta{last}"), session.value(f"A{last}") - session.value("Y"))
    assert scenario("mnist-softmax").layers[0] == scenario("mnist").layers[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("eleven-lines", (3, 1)),
        ("logistic-l2-3-2-1", (3, 2, 1)),
        ("softmax-3-2-2", (3, 2, 2)),
        ("textbook-3-2-1", (3, 2, 1)),
        ("linear-unit", (1, 1)),
        ("mazur", (2, 2, 2)),
        ("ppt", (2, 2, 2)),
        ("mnist", (784, 30, 10)),
        ("playground", (2, 4, 2, 1)),
        ("spiral", (2, 8, 8, 1)),
        ("worked-example-2-3-1", (2, 3, 1)),
    ],
)
def test_that_networks_have_the_stated_sizes(name: str, expected: tuple[int, ...]) -> None:
    assert sizes(name) == expected


@pytest.mark.parametrize(
    ("name", "loss", "rate", "batch"),
    [
        ("eleven-lines", "half-squared", 4.0, None),
        ("logistic-l2-3-2-1", "binary-cross-entropy", 0.1, None),
        ("textbook-3-2-1", "half-squared", 0.9, None),
        ("linear-unit", "squared", 0.01, None),
        ("mazur", "half-squared", 0.5, None),
        ("ppt", "half-squared", 1.0, None),
        ("mnist", "half-squared", None, 32),
        ("playground", "half-squared", None, 10),
        ("sine", "half-squared", None, None),
        ("worked-example-2-3-1", "half-squared", 0.01, None),
        ("three-class-spiral", "categorical-cross-entropy", None, None),
        ("mnist-softmax", "categorical-cross-entropy", None, None),
    ],
)
def test_that_losses_rates_and_batches_are_those_stated(
    name: str, loss: str, rate: float | None, batch: int | None
) -> None:
    found = scenario(name)
    assert found.loss == loss
    assert rate is None or found.optimiser.learning_rate == rate
    assert batch is None or found.batch.size == batch


@pytest.mark.parametrize("name", ["digits", "mnist"])
def test_that_a_fifth_of_the_images_is_kept_for_testing(name: str) -> None:
    data = Session(scenario(name)).data
    assert len(data.test) / data.X.shape[1] == pytest.approx(0.2, abs=0.01)
    assert data.X.shape[0] == {"digits": 64, "mnist": 784}[name]


@pytest.mark.parametrize("name", ["mazur", "ppt", "worked-example-2-3-1"])
def test_that_biases_that_are_never_updated_stay(name: str) -> None:
    session = Session(scenario(name))
    before = {bias: session.value(bias).copy() for bias in session.program.biases}
    session.step_update(5)
    assert all(np.array_equal(session.value(bias), array) for bias, array in before.items())
    if name == "ppt":
        assert not any(array.any() for array in before.values())


# The bowl and the other examples -------------------------------------------------------------------------------------


def weight(session: Session) -> float:
    return float(session.value("W1")[0, 0])


def test_that_descent_in_the_bowl_goes_to_the_other_side_each_time() -> None:
    session = Session(scenario("bowl-descent"))
    assert weight(session) == 10.0
    for _ in range(5):
        before = weight(session)
        session.step_update()
        assert weight(session) == pytest.approx(-0.6 * before, rel=1e-12)
    assert session.scenario.optimiser.learning_rate == 0.8
    assert session.value("b1")[0, 0] == 0.0


def test_that_the_bowl_comes_to_rest_sooner_with_momentum() -> None:
    plain, momentum = Session(scenario("bowl-descent")), Session(scenario("bowl-momentum"))
    assert momentum.scenario.optimiser.settings == {"mu": 0.1}
    assert weight(plain) == weight(momentum)
    for session in (plain, momentum):
        session.step_update(20)
    assert abs(weight(momentum)) < abs(weight(plain))


@pytest.mark.parametrize("name", ["bowl-adam", "bowl-adam-small"])
def test_that_adam_s_first_step_is_the_learning_rate(name: str) -> None:
    session = Session(scenario(name))
    before = weight(session)
    session.step_update()
    assert abs(before - weight(session)) == pytest.approx(session.scenario.optimiser.learning_rate, rel=1e-6)
    session.step_update(50)
    assert session.value("b1")[0, 0] == 0.0


@pytest.mark.slow
def test_that_the_eleven_lines_make_the_first_input_s_weight_grow() -> None:
    session = Session(scenario("eleven-lines"))
    assert session.data.X.shape == (3, 4)
    assert np.array_equal(session.data.X[0], session.snapshot().targets[0])
    grown = [weight(session)]
    for _ in range(4):
        session.step_update(2500)
        grown.append(weight(session))
    assert grown == sorted(grown)
    assert not session.value("b1").any()


def test_that_the_penalty_of_the_logistic_network_is_of_its_weights_only() -> None:
    session = Session(scenario("logistic-l2-3-2-1"))
    assert session.data.X.shape[1] == 1
    assert (session.scenario.penalty.kind, session.scenario.penalty.rate) == ("l2", 0.1)
    before = {name: session.value(name).copy() for name in session.program.parameters}
    session.step_update()
    values = session.snapshot().values
    for layer in (1, 2):
        np.testing.assert_allclose(values[f"dR{layer}"], 0.1 * before[f"W{layer}"], rtol=1e-14)
        np.testing.assert_array_equal(values[f"db{layer}"], values[f"delta{layer}"])


def test_that_a_weight_from_an_input_that_is_0_does_not_move() -> None:
    session = Session(scenario("textbook-3-2-1"))
    x, before = session.data.X[:, 0], session.value("W1").copy()
    assert (x == 0.0).sum() == 1
    session.step_update()
    moved = session.value("W1") != before
    assert not moved[:, x == 0.0].any()
    assert moved[:, x != 0.0].all()
