"""TensorFlow Playground: its data to the last digit, its links, and its training number by number.

The reference figures were computed by Playground's own code (nn.ts, dataset.ts) on seedrandom 2.4.
"""

import math

import numpy as np
import pytest

from nnviz.model.data import DATA_SETS, DataSpec, build
from nnviz.model.data.playground import DRAWS, drawn, seed_number, seed_text
from nnviz.model.data.seedrandom import SeedRandom
from nnviz.model.errors import ModelError
from nnviz.model.playground import EXAMPLE, read_link
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session

COPIED = (
    "https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane"
    "&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.12345&showTestData=false"
    "&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false"
    "&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false"
)


def texts(link, outcome: str) -> str:
    return "\n".join(f"{note.fields}: {note.text}" for note in link.notes if note.outcome == outcome)


# Random numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seed", "first", "second"),
    [
        ("hello.", 0.9282578795792454, 0.3752569768646784),  # as its documentation prints them
        ("", 0.23144008215179881, 0.27404636548159655),
        ("0.12345", 0.9152007406557323, 0.4702753218035592),
    ],
)
def test_that_random_numbers_are_those_of_seedrandom(seed, first, second):
    draw = SeedRandom(seed)

    assert (draw.random(), draw.random()) == (first, second)


def test_that_a_seed_longer_than_the_key_is_mixed_whole():
    first, other = (SeedRandom("π" * 300 + end).random() for end in "ab")

    assert first != other


@pytest.mark.parametrize(("text", "number"), [("0.00007", 7), ("0.12345", 12345), ("123456", 123456)])
def test_that_seeds_of_playground_are_numbers_of_ours(text, number):
    assert seed_number(text) == number
    assert seed_text(number) == text


@pytest.mark.parametrize("text", ["7", "0.7", "0.123456", "1.00000", "hello", "", "0.", "²"])
def test_that_other_seeds_are_not_taken_for_such(text):
    assert seed_number(text) is None


# Data sets ---------------------------------------------------------------------------------------------------------

# name, the first sample, the last sample, the sum of all labels or targets: seed 0.12345, noise 25 %
REFERENCES = [
    ("playground-circle", (4.618077316847547, -1.8354395887379444), (0.3297448673290159, 2.1861566975604134), -60.0),
    ("playground-xor", (5.096362367914215, -2.1979115662055433), (4.143540271921045, -5.061737650472769), -12.0),
    ("playground-gauss", (0.8814984447655632, 1.2967235279399751), (3.114205792579153, 0.3292267746293678), 0.0),
    ("playground-spiral", (3.002797128346523, -2.2576491310677334), (1.863435779932199, 2.404274335256407), 0.0),
    (
        "playground-plane",
        (4.247773950612919, 1.4551190568711139),
        (1.9890181455002711, -2.7065142129785675),
        10.808831081343598,
    ),
    (
        "playground-bumps",
        (4.247773950612919, 1.4551190568711139),
        (1.9890181455002711, -2.7065142129785675),
        -10.445074407898044,
    ),
]


@pytest.mark.parametrize(("name", "first", "last", "total"), REFERENCES, ids=DRAWS)
@pytest.mark.slow
def test_that_a_data_set_is_playgrounds_own(name, first, last, total):
    data = build(DataSpec(name, noise=0.25, seed=12345), 0)
    answers = data.targets[0] if data.labels is None else 2.0 * data.labels - 1.0

    assert data.X[:, 0].tolist() == pytest.approx(first, rel=1e-14)
    assert data.X[:, -1].tolist() == pytest.approx(last, rel=1e-14)
    assert answers.sum() == pytest.approx(total, rel=1e-12)
    assert data.n_samples == (500 if data.labels is not None else 1200)


@pytest.mark.parametrize("name", DRAWS)
def test_that_the_first_samples_are_for_training_and_the_last_for_testing(name):
    data = build(DataSpec(name, samples=50, test_share=0.3, seed=5), 0)

    assert data.train.tolist() == list(range(35))
    assert data.test.tolist() == list(range(35, 50))


@pytest.mark.parametrize("name", DRAWS)
@pytest.mark.parametrize("samples", [2, 3, 17])
def test_that_there_are_as_many_samples_as_asked_for(name, samples):
    assert build(DataSpec(name, samples=samples), 0).n_samples == samples


def test_that_noise_of_the_circle_moves_labels_and_no_sample():
    clean, noisy = (drawn("playground-circle", 500, noise, SeedRandom("1")) for noise in (0.0, 0.5))

    np.testing.assert_array_equal(clean.X, noisy.X)
    assert (noisy.labels == 1).mean() == pytest.approx(0.38, abs=0.05)
    assert DATA_SETS["playground-circle"].noise_range == (0.0, 0.8)


# Training ----------------------------------------------------------------------------------------------------------

# link, the losses (train, test) before, after one and after twenty epochs
RUNS = [
    (
        "#activation=tanh&batchSize=10&dataset=circle&learningRate=0.03&noise=0&networkShape=4,2&seed=0.12345"
        "&percTrainData=50",
        (0.5015807429602891, 0.5181059111177386),
        (0.49635937670035557, 0.5094232758604605),
        (0.35690384393986524, 0.3905732633837933),
    ),
    (
        "#activation=relu&batchSize=30&dataset=spiral&learningRate=0.1&noise=25&networkShape=8,8,3&seed=0.00007"
        "&percTrainData=70&sinX=true&sinY=true&xTimesY=true&regularization=L2&regularizationRate=0.003",
        (0.6180414425496934, 0.575571495960194),
        (0.49255606242563754, 0.506743389392946),
        (0.42889920789390185, 0.4532113557346954),
    ),
    (
        "#problem=regression&regDataset=reg-gauss&activation=sigmoid&batchSize=17&noise=10&networkShape=5"
        "&seed=hello&percTrainData=30&x=false&xSquared=true&learningRate=0.3",
        (0.31960905517891425, 0.32109135188564975),
        (0.04299160919427808, 0.04519514890529348),
        (0.031380996672969355, 0.033075061151646656),
    ),
    (
        "#dataset=gauss&activation=linear&networkShape=&seed=0.50000&noise=50&batchSize=1&percTrainData=10"
        "&learningRate=0.01",
        (1.3102769944638706, 1.2905673598330407),
        (0.1306597907687561, 0.15903923249963184),
        (0.09580922963148117, 0.1271421260844396),
    ),
]


@pytest.mark.parametrize(("link", "start", "one", "twenty"), RUNS, ids=["circle", "spiral", "regression", "no-hidden"])
@pytest.mark.slow
def test_that_a_link_learns_what_playground_learns(link, start, one, twenty):
    session = Session(read_link(link).scenario)
    losses = [session.snapshot().metrics]
    for epochs in (1, 19):
        session.step_epoch(epochs)
        losses.append(session.snapshot().metrics)

    for measured, expected in zip(losses, (start, one, twenty), strict=True):
        assert (measured.train, measured.test) == pytest.approx(expected, rel=1e-12)


# Links -------------------------------------------------------------------------------------------------------------


def test_that_a_copied_link_is_carried_over_whole():
    link = read_link(COPIED)
    scenario = link.scenario

    assert scenario.data == DataSpec("playground-circle", noise=0.0, test_share=0.5, seed=12345)
    assert [(layer.units, layer.activation) for layer in scenario.layers] == [(4, "tanh"), (2, "tanh"), (1, "tanh")]
    assert (scenario.loss, scenario.targets, scenario.penalty.kind) == ("half-squared", "plus-minus-one", "none")
    assert (scenario.optimiser.learning_rate, scenario.batch.size, scenario.batch.order) == (0.03, 10, "fixed")
    assert texts(link, "differs") == texts(link, "left") == ""
    assert not link.shows_test
    assert not link.discretised


def test_that_a_link_is_as_good_without_its_page_and_out_of_a_web_pages_source():
    bare = COPIED.partition("#")[2]

    assert read_link(bare) == read_link(f"#{bare}") == read_link(COPIED) == read_link(COPIED.replace("&", "&amp;"))
    assert read_link(COPIED.replace("4,2", "4%2C2")) == read_link(COPIED)
    read_link(EXAMPLE)


def test_that_a_page_without_fields_has_playgrounds_defaults_and_is_what_is_shipped():
    link = read_link("https://playground.tensorflow.org/")
    shipped = Scenario.load("playground")

    assert link.scenario.layers == shipped.layers
    assert (link.scenario.optimiser, link.scenario.batch) == (shipped.optimiser, shipped.batch)
    assert (link.scenario.initial, link.scenario.penalty) == (shipped.initial, shipped.penalty)
    assert link.scenario.data.kind == shipped.data.kind
    assert "no seed" in texts(link, "differs")


def test_that_the_shipped_scenario_learns_the_circle():
    session = Session(Scenario.load("playground"))
    session.step_epoch(150)

    assert session.snapshot().metrics.test < 0.05


@pytest.mark.parametrize("field", COPIED.partition("#")[2].split("&"))
@pytest.mark.slow
def test_that_a_link_is_read_without_any_one_of_its_fields(field):
    bare = COPIED.partition("#")[2]

    Session(read_link("&".join(part for part in bare.split("&") if part != field)).scenario)


def test_that_options_and_switches_follow_playgrounds_rules():
    link = read_link("#activation=gelu&dataset=xor&sinX=0&x=false&cosX=true&showTestData=yes&discretize=1&seed=0.00001")

    assert link.scenario.layers[0].activation == "tanh"
    assert link.scenario.data.features == ("x2", "sin-x1")
    assert (link.shows_test, link.discretised) == (True, True)
    assert "activation" in texts(link, "left")
    assert "cosX" in texts(link, "left")


@pytest.mark.parametrize(("asked", "taken"), [("60", 0.6), ("80", 0.8), ("81", 0.5), ("-5", 0.0), ("0x14", 0.2)])
@pytest.mark.slow
def test_that_noise_beyond_the_slider_is_what_playground_makes_of_it(asked, taken):
    link = read_link(f"#noise={asked}&seed=0.00001")

    assert link.scenario.data.noise == taken
    assert ("noise" in texts(link, "differs")) == (asked in ("81", "-5"))


def test_that_batches_that_do_not_divide_the_samples_leak_and_this_is_reported():
    uneven, even = (read_link(f"#batchSize={size}&seed=0.00001") for size in (30, 25))

    assert uneven.scenario.mistakes == ("leaking-batch",)
    assert "leave 10 samples over" in texts(uneven, "kept")
    assert even.scenario.mistakes == ()


def test_that_a_batch_larger_than_the_data_never_learns_and_this_is_reported():
    link = read_link("#batchSize=400&seed=0.00001")
    session = Session(link.scenario)
    before = session.snapshot().value("W1").copy()
    session.step_epoch(3)

    assert link.scenario.mistakes == ("batch-beyond-data",)
    assert "never learns" in texts(link, "kept")
    np.testing.assert_array_equal(session.snapshot().value("W1"), before)


@pytest.mark.parametrize("share", [1, 5, 33.3, 99, 100, 250])
@pytest.mark.slow
def test_that_any_share_for_training_gives_as_many_samples_as_there(share):
    data = build(read_link(f"#percTrainData={share}&seed=0.00001").scenario.data, 0)

    assert len(data.train) == min(math.floor(500 * share / 100), 500)
    assert data.train.tolist() == list(range(len(data.train)))
    np.testing.assert_array_equal(data.X, build(DataSpec("playground-circle", seed=1), 0).X)


def test_that_a_seed_of_any_text_gives_its_samples_written_out():
    link = read_link("#seed=my seed&dataset=spiral&ySquared=true")
    data = build(link.scenario.data, 0)
    raw = drawn("playground-spiral", 500, 0.0, SeedRandom("my seed"))

    np.testing.assert_array_equal(data.places, raw.X)
    np.testing.assert_array_equal(data.labels, raw.labels)
    assert data.features == ("x1", "x2", "x2-squared")
    assert "listed one by one" in texts(link, "kept")


def test_that_weights_start_where_a_page_just_loaded_has_them():
    link = read_link(COPIED)
    draw = SeedRandom("0.12345")
    drawn("playground-circle", 500, 0.0, draw)
    first = Session(link.scenario).snapshot()

    assert first.value("W1")[0].tolist() == [draw.random() - 0.5, draw.random() - 0.5]
    assert np.unique(first.value("b2")).tolist() == [0.1]


def test_that_zeros_can_be_asked_for():
    first = Session(read_link("#initZero=true&seed=0.00001").scenario).snapshot()

    assert not first.value("W1").any()
    assert not first.value("b1").any()


def test_that_what_cannot_be_carried_over_is_reported():
    link = read_link(
        "#regularization=L1&regularizationRate=0.01&playButton_hide=true&noise_hide=false&tutorial=t&hideText=true&q=1"
    )

    assert link.scenario.penalty.kind == "l1"
    assert "stays at 0 for good" in texts(link, "differs")
    left = texts(link, "left")
    assert all(name in left for name in ("playButton_hide", "tutorial", "hideText", "'q'"))
    assert "noise_hide" not in left


def test_that_differences_are_reported_first():
    outcomes = [note.outcome for note in read_link("#regularization=L1&regularizationRate=1&q=1").notes]

    assert outcomes == sorted(outcomes, key=["differs", "left", "kept"].index)
    assert {"differs", "left", "kept"} == set(outcomes)


def test_that_a_link_makes_a_scenario_file():
    scenario = read_link("#seed=abc&xSquared=true&noise=20&batchSize=30").scenario

    assert Scenario.from_json(scenario.to_json()) == scenario


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", ""),
        ("hello", ""),
        ("https://example.com/#a=b", ""),
        ("https://example.com/?noise=3", ""),
        ("#noise=x", "noise"),
        ("#learningRate=Infinity", "learningRate"),
        ("#learningRate=-1", "learningRate"),
        ("#regularization=L2&regularizationRate=-1", "regularizationRate"),
        ("#networkShape=4,,2", "networkShape"),
        ("#networkShape=0", "networkShape"),
        ("#networkShape=4.5", "networkShape"),
        ("#networkShape=99999", "networkShape"),
        ("#batchSize=0", "batchSize"),
        ("#batchSize=2.5", "batchSize"),
        ("#percTrainData=0", "percTrainData"),
        ("#x=false&y=false", "x, y"),
        ("#noise=1" + "0" * 30_000, ""),
    ],
)
def test_that_what_cannot_be_run_is_refused_and_its_field_named(text, field):
    with pytest.raises(ModelError) as refused:
        read_link(text)

    assert refused.value.where == field
    assert refused.value.accepted
