"""The documents that nnviz was made for, and published worked examples: every number, to the digits given."""

import json

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def assert_close(found, expected, tolerance):
    np.testing.assert_allclose(found, expected, rtol=0.0, atol=tolerance)


# The planar flower ------------------------------------------------------------------------------------------------

FLOWER_COSTS = (0.693048, 0.288083, 0.254385, 0.233864, 0.226792, 0.222644, 0.219731, 0.217504)


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_the_planar_flower_has_the_published_costs_and_accuracy():
    session = Session(Scenario.load("planar-flower"))
    for thousands, cost in enumerate(FLOWER_COSTS):
        session.step_update(1000 if thousands else 0)
        assert session.position.update == 1000 * thousands
        assert session.loss == pytest.approx(cost, abs=1e-6)
    assert session.accuracy == pytest.approx(0.9, abs=0.01)


def test_that_the_planar_flower_is_the_document_s_data():
    random = np.random.RandomState(1)
    parts = []
    for j in range(2):
        t = np.linspace(3.12 * j, 3.12 * (j + 1), 200) + 0.2 * random.randn(200)
        r = 4 * np.sin(4 * t) + 0.2 * random.randn(200)
        parts.append(np.stack([r * np.sin(t), r * np.cos(t)]))
    session = Session(Scenario.load("planar-flower"))
    assert np.array_equal(session.data.X, np.concatenate(parts, axis=1))
    assert np.array_equal(session.data.labels, np.repeat([0, 1], 200))


# The worked example 2-3-1 -----------------------------------------------------------------------------------------

EXAMPLE = {
    "Z1": [[0.24], [0.52], [0.80]],
    "A1": [[0.559713649267], [0.627147766313], [0.689974481128]],
    "Z2": [[0.488393262528]],
    "A2": [[0.619727853078]],
    "L": [[0.0723034528622]],
    "delta2": [[-0.089616927225]],
    "dW2": [[-0.050159817373, -0.056203055733, -0.061833392862]],
    "delta1": [[-0.002208468294], [-0.004191086974], [-0.005750978912]],
    # The document has inputs × units: its rows are the columns here.
    "dW1": np.transpose(
        [[-0.000883387318, -0.001676434790, -0.002300391565], [-0.001104234147, -0.002095543487, -0.002875489456]]
    ),
    "W2": [[0.100501598174, 0.200562030557, 0.300618333929]],
    "W1": np.transpose(
        [[0.100008833873, 0.300016764348, 0.500023003916], [0.200011042341, 0.400020955435, 0.600028754895]]
    ),
    "b1": [[0.1], [0.2], [0.3]],
    "b2": [[0.1]],
}


@pytest.mark.parametrize("symbol", EXAMPLE)
def test_that_the_worked_example_has_the_document_s_numbers_after_one_update(symbol):
    session = Session(Scenario.load("worked-example-2-3-1"))
    session.step_update()
    # The document gives twelve digits.
    assert_close(session.value(symbol), EXAMPLE[symbol], 1e-10)


def test_that_the_worked_example_s_output_delta_is_its_loss_slope_times_its_sigmoid_slope():
    session = Session(Scenario.load("worked-example-2-3-1"))
    session.step_update()
    y = session.value("A2")
    assert_close(y - session.value("Y"), [[-0.380272146922]], 1e-10)
    assert_close(y * (1 - y), [[0.235665241197]], 1e-10)
    assert_close(session.value("delta2"), (y - session.value("Y")) * y * (1 - y), 1e-15)


def test_that_the_worked_example_s_biases_never_move():
    session = Session(Scenario.load("worked-example-2-3-1"))
    session.step_update(50)
    assert np.array_equal(session.value("b1"), [[0.1], [0.2], [0.3]])
    assert np.array_equal(session.value("b2"), [[0.1]])


def test_that_the_worked_example_opens_as_the_document_writes_it():
    scenario = Scenario.load("worked-example-2-3-1")
    session = Session(scenario)
    line = session.program[session.program.line_of["W2"]]
    assert scenario.convention == "rows"
    assert line.formula(scenario.symbol_labels(), "rows") == "V ← V − η ∂E/∂V"


# XOR that does not learn ------------------------------------------------------------------------------------------


def test_that_stuck_xor_begins_with_the_document_s_parameters():
    session = Session(Scenario.load("xor-stuck"))
    assert_close(session.value("W1"), [[-0.08487515, 0.0772192], [-0.01808363, 0.05646714]], 5e-9)
    assert_close(session.value("b1"), [[0.01889538], [0.06580909]], 5e-9)
    assert_close(session.value("W2"), [[0.04935403, 0.09280654]], 5e-9)
    assert_close(session.value("b2"), [[0.03446561]], 5e-9)


def test_that_stuck_xor_s_first_and_fiftieth_epoch_cost_what_the_document_says():
    session = Session(Scenario.load("xor-stuck"))
    losses = []
    for _ in range(200):
        session.step_update()
        losses.append(float(session.value("L")))
    assert sum(losses[:4]) == pytest.approx(2.7859731636283747, abs=1e-12)
    assert sum(losses[-4:]) == pytest.approx(2.781514807175774, abs=1e-12)
    assert session.position.epoch == 50


def test_that_xor_with_a_greater_learning_rate_is_that_of_plain_loops():
    scenario = Scenario.load("xor-stuck")
    start = Session(scenario)
    w1, b1 = start.value("W1").copy(), start.value("b1").copy()
    w2, b2 = start.value("W2").copy(), start.value("b2").copy()
    eta = 0.5
    for _ in range(200):
        for x1, x2, y in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)):
            x = (x1, x2)
            h = [sigmoid(w1[j, 0] * x1 + w1[j, 1] * x2 + b1[j, 0]) for j in range(2)]
            delta2 = sigmoid(w2[0, 0] * h[0] + w2[0, 1] * h[1] + b2[0, 0]) - y
            delta1 = [w2[0, j] * delta2 * h[j] * (1 - h[j]) for j in range(2)]
            for j in range(2):
                w2[0, j] -= eta * delta2 * h[j]
                b1[j, 0] -= eta * delta1[j]
                for i in range(2):
                    w1[j, i] -= eta * delta1[j] * x[i]
            b2[0, 0] -= eta * delta2
    optimiser = OptimiserSpec("gradient-descent", eta)
    start.change(Scenario.from_json(scenario.to_json().replace("0.01", str(eta))))
    assert start.scenario.optimiser == optimiser
    start.step_epoch(200)
    for name, expected in (("W1", w1), ("b1", b1), ("W2", w2), ("b2", b2)):
        assert_close(start.value(name), expected, 1e-11)


# Published worked examples ----------------------------------------------------------------------------------------


@pytest.fixture
def mazur(make_scenario):
    parameters = {
        "W1": [[0.15, 0.20], [0.25, 0.30]],
        "b1": [[0.35], [0.35]],
        "W2": [[0.40, 0.45], [0.50, 0.55]],
        "b2": [[0.60], [0.60]],
    }
    return Session(
        make_scenario(
            [[0.05], [0.10]],
            [(2, "sigmoid"), (2, "sigmoid")],
            y=[[0.01], [0.99]],
            parameters=parameters,
            optimiser=OptimiserSpec("gradient-descent", 0.5),
            train_biases=False,
        )
    )


def test_that_mazur_s_example_has_its_published_numbers(mazur):
    mazur.step_update()
    expected = {
        "Z1": [[0.3775], [0.3925]],
        "A1": [[0.593269992], [0.596884378]],
        "Z2": [[1.105905967], [1.224921404]],
        "A2": [[0.75136507], [0.772928465]],
        "L": [[0.298371109]],
        "delta2": [[0.138498562], [-0.038098236]],
        "dW2": [[0.082167041, 0.082667628], [-0.022602540, -0.022740242]],
        "dW1": [[0.000438568, 0.000877135], [0.000497713, 0.000995425]],
        "W2": [[0.35891648, 0.408666186], [0.511301270, 0.561370121]],
        "W1": [[0.149780716, 0.19956143], [0.24975114, 0.29950229]],
    }
    for symbol, numbers in expected.items():
        # As many digits as were printed, the last one sometimes cut off rather than rounded.
        np.testing.assert_allclose(mazur.value(symbol), numbers, rtol=0.0, atol=6e-9, err_msg=symbol)


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_mazur_s_example_goes_on_with_simultaneous_updates(mazur):
    mazur.step_update()
    # The publication's 0.291027924 is that of an update in place.
    assert mazur.loss == pytest.approx(0.29102777369359933, abs=1e-15)
    mazur.step_update(9_999)
    assert mazur.loss == pytest.approx(3.51018778e-05, abs=1e-13)


def test_that_the_ppt_example_has_the_right_gradients_rather_than_the_published_ones(make_scenario):
    session = Session(
        make_scenario(
            [[0.5], [0.3]],
            [(2, "sigmoid"), (2, "sigmoid")],
            y=[[0.23], [-0.07]],
            parameters={
                "W1": [[0.2, 0.5], [-0.4, 0.6]],
                "b1": [[0.0], [0.0]],
                "W2": [[0.1, -0.3], [-0.5, 0.8]],
                "b2": [[0.0], [0.0]],
            },
            optimiser=OptimiserSpec("gradient-descent", 1.0),
            train_biases=False,
        )
    )
    session.step_update()
    assert_close(session.value("A1"), [[0.56217650], [0.49500017]], 1e-8)
    assert_close(session.value("A2"), [[0.47694576], [0.52869640]], 1e-8)
    assert_close(session.value("L"), 0.20970979, 1e-8)
    assert_close(session.value("dW1"), [[-0.00842148, -0.00505289], [0.01260665, 0.00756399]], 1e-8)
    assert_close(session.value("dW2"), [[0.03463299, 0.03049458], [0.08386610, 0.07384466]], 1e-8)
    assert session.loss == pytest.approx(0.19503260, abs=1e-8)


def test_that_goodfellow_s_xor_is_computed_by_its_parameters(make_scenario):
    session = Session(
        make_scenario(
            [[0, 0, 1, 1], [0, 1, 0, 1]],
            [(2, "relu"), (1, "identity")],
            y=[[0, 1, 1, 0]],
            parameters={"W1": [[1, 1], [1, 1]], "b1": [[0], [-1]], "W2": [[1, -2]], "b2": [[0]]},
        )
    )
    session.step_line(session.program.line_of["L"])
    assert np.array_equal(session.value("Z1").T, [[0, -1], [1, 0], [1, 0], [2, 1]])
    assert np.array_equal(session.value("A1").T, [[0, 0], [1, 0], [1, 0], [2, 1]])
    assert np.array_equal(session.value("A2"), [[0, 1, 1, 0]])
    assert session.value("L") == 0.0
    assert session.loss == 0.0


def test_that_a_linear_unit_has_the_article_s_numbers(make_scenario):
    session = Session(
        make_scenario(
            [[2.1]],
            [(1, "identity")],
            y=[[4.0]],
            parameters={"W1": [[1.0]], "b1": [[0.0]]},
            loss="squared",
            optimiser=OptimiserSpec("gradient-descent", 0.01),
        )
    )
    session.step_update()
    expected = {"L": 3.61, "dW1": -7.98, "db1": -3.8, "W1": 1.0798, "b1": 0.038}
    for symbol, number in expected.items():
        assert session.value(symbol).item() == pytest.approx(number, abs=1e-14), symbol
    assert session.loss == pytest.approx(2.8710591364, abs=1e-10)


@pytest.mark.slow
def test_that_a_transposed_mnist_example_has_gradients_of_its_parameters_shapes():
    # The document's network in small: sigmoid everywhere, squared loss, one sample an update.
    pixels = np.random.default_rng(0).random((12, 785)).tolist()
    text = {
        "title": {"en": "digits"},
        "data": {"kind": "explicit", "inputs": pixels, "labels": [k % 10 for k in range(12)]},
        "layers": [{"units": 30, "activation": "sigmoid"}, {"units": 10, "activation": "sigmoid"}],
        "loss": "squared",
        "batch": {"size": 1},
    }
    session = Session(Scenario.from_json(json.dumps(text)))
    session.step_update()
    assert session.value("dW1").shape == session.value("W1").shape == (30, 785)
    assert session.value("dW2").shape == session.value("W2").shape == (10, 30)
    delta2 = 2 * (session.value("A2") - session.value("Y")) * session.value("A2") * (1 - session.value("A2"))
    assert_close(session.value("delta2"), delta2, 1e-15)


def test_that_a_straight_line_reaches_47_percent_of_the_flower():
    spec = Scenario.load("planar-flower")
    single = Scenario(
        title={"en": "line"},
        data=DataSpec("planar-flower", seed=1),
        layers=spec.layers[-1:],
        loss="binary-cross-entropy",
        optimiser=OptimiserSpec("gradient-descent", 0.5),
    )
    session = Session(single)
    session.step_update(500)
    assert session.accuracy == pytest.approx(0.47, abs=0.01)
