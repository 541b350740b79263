from dataclasses import replace

import pytest

from nnviz.model.data import DATA_SETS, DataSpec, as_explicit, build
from nnviz.model.data.data_shape import shape_of
from nnviz.model.data.edits import MOST
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import INITIALISERS, Method
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.edit import (
    data_depend_on_seed,
    effective_scaling,
    is_explicit,
    loss_fits,
    output_fits,
    output_units_range,
    parameters_depend_on_seed,
    share_for_testing,
    suits,
    with_data,
    with_data_set,
    with_hidden,
    with_hidden_activation,
    with_hidden_units,
    with_loss,
    with_method,
    with_optimiser,
    with_output_activation,
    with_output_units,
    with_scaling,
    with_setting,
    with_test_share,
)
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import Scenario, keeps_network
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.session import Session

FOR_NUMBERS = {name for name, row in LOSSES.items() if row.targets is None}
"""Losses that any targets have."""


@pytest.fixture
def xor() -> Scenario:
    return find_scenario("xor")


@pytest.fixture
def worked() -> Scenario:
    return find_scenario("worked-example-2-3-1")


def output_and_loss(scenario: Scenario) -> tuple[int, str, str]:
    return (scenario.layers[-1].units, scenario.layers[-1].activation, scenario.loss)


class TestData:
    def test_that_three_classes_bring_three_softmax_outputs_and_two_take_them_back(self, xor: Scenario) -> None:
        three = with_data_set(xor, "three-class-spiral")
        assert output_and_loss(three) == (3, "softmax", "categorical-cross-entropy")
        assert output_and_loss(with_data_set(three, "moons")) == (1, "sigmoid", "binary-cross-entropy")

    def test_that_regression_brings_a_linear_output_and_half_the_squared_error(self, xor: Scenario) -> None:
        assert output_and_loss(with_data_set(xor, "sine")) == (1, "identity", "half-squared")

    def test_that_data_of_the_same_kind_leave_the_output_alone(self, xor: Scenario) -> None:
        chosen = with_loss(with_output_activation(xor, "tanh"), "hinge")
        assert output_and_loss(with_data_set(chosen, "moons")) == (1, "tanh", "hinge")

    def test_that_a_data_set_has_its_own_samples_and_noise_and_keeps_split_and_seed(self, xor: Scenario) -> None:
        spec = DataSpec("moons", samples=50, noise=0.4, test_share=0.25, seed=9)
        assert with_data_set(replace(xor, data=spec), "circle").data == DataSpec("circle", test_share=0.25, seed=9)

    def test_that_a_loss_for_classes_gives_way_to_targets_that_it_cannot_meet(self, worked: Scenario) -> None:
        entropy = with_loss(worked, "binary-cross-entropy")
        assert entropy.loss == "binary-cross-entropy"
        beyond = with_data(entropy, replace(entropy.data, targets=((3.0,),)))
        assert beyond.loss == "half-squared"

    def test_that_a_loss_fits_the_targets_that_it_can_meet(self, worked: Scenario) -> None:
        def fitting(*targets: tuple[float, ...]) -> set[str]:
            spec = replace(worked.data, inputs=((0.0, 0.0),) * len(targets), targets=targets)
            return {name for name in LOSSES if loss_fits(name, spec)} - FOR_NUMBERS

        assert fitting((0.2,), (7.0,)) == set()
        assert fitting((0.2,), (1.0,)) == {"binary-cross-entropy"}
        assert fitting((1.0,), (1.0,)) == {"binary-cross-entropy", "hinge"}
        assert fitting((0.2, 0.8), (0.5, 0.5)) == {"binary-cross-entropy", "categorical-cross-entropy"}
        assert fitting((-1.0,), (1.0,)) == {"hinge"}

    def test_that_a_share_replaces_test_samples_that_were_named(self, xor: Scenario) -> None:
        spec = replace(as_explicit(build(xor.data, 0)), test=(2,))
        named = replace(xor, data=spec)
        assert share_for_testing(named.data) == 0.25
        halved = with_test_share(named, 0.5)
        assert (halved.data.test, share_for_testing(halved.data)) == (None, 0.5)
        assert len(prepare(halved).data.test) == 2

    def test_that_inputs_can_be_scaled_otherwise_and_back(self) -> None:
        circle, digits = Scenario.load("circle"), Scenario.load("digits")
        assert (effective_scaling(circle.data), effective_scaling(digits.data)) == ("none", "divide")
        greatest = prepare(circle).data.largest_input
        assert with_scaling(circle, "divide").data.divisor == greatest
        assert with_scaling(with_scaling(digits, "standard"), "divide").data.divisor == 16.0
        assert prepare(with_scaling(digits, "none")).data.largest_input == 16.0
        for scaling in ("standard", "min-max", "divide", "none"):
            assert effective_scaling(with_scaling(circle, scaling).data) == scaling
            prepare(with_scaling(circle, scaling))

    @pytest.mark.slow
    def test_that_the_shape_is_that_of_the_data_that_are_made(self) -> None:
        for name in DATA_SETS:
            made, shape = build(DataSpec(name), 0), shape_of(DataSpec(name))
            if made.X.size <= MOST:
                assert shape == shape_of(as_explicit(made))
            assert (shape.n_inputs, shape.n_classes, shape.task) == (len(made.X), made.n_classes, made.task)

    @pytest.mark.parametrize(
        ("spec", "depends"),
        [
            (DataSpec("xor"), False),
            (DataSpec("xor", noise=0.1), True),
            (DataSpec("xor", test_share=0.5), True),
            (DataSpec("circle"), True),
            (DataSpec("sine", noise=0.0), False),
            (DataSpec("explicit", inputs=((0.0, 1.0), (1.0, 0.0)), labels=(0, 1)), False),
            (DataSpec("explicit", inputs=((0.0, 1.0), (1.0, 0.0)), labels=(0, 1), test_share=0.5), True),
        ],
    )
    def test_that_a_seed_without_effect_is_known(self, xor: Scenario, spec: DataSpec, depends: bool) -> None:
        assert data_depend_on_seed(replace(xor, data=spec)) is depends


class TestOutput:
    def test_that_softmax_and_its_loss_bring_each_other(self, xor: Scenario) -> None:
        expected = (2, "softmax", "categorical-cross-entropy")
        assert output_and_loss(with_output_activation(xor, "softmax")) == expected
        assert output_and_loss(with_loss(xor, "categorical-cross-entropy")) == expected

    def test_that_one_output_is_never_softmax(self, xor: Scenario) -> None:
        softmax = with_output_activation(xor, "softmax")
        assert output_and_loss(with_output_units(softmax, 1)) == (1, "sigmoid", "binary-cross-entropy")

    def test_that_a_loss_that_does_not_suit_the_output_is_changed(self, xor: Scenario) -> None:
        assert with_output_activation(xor, "identity").loss == "half-squared"
        softmax = with_output_activation(xor, "softmax")
        assert with_output_activation(softmax, "sigmoid").loss == "binary-cross-entropy"

    def test_that_an_output_that_does_not_suit_the_loss_is_changed(self, xor: Scenario) -> None:
        assert with_loss(xor, "hinge").layers[-1].activation == "identity"
        tanh = with_output_activation(xor, "tanh")
        assert with_loss(tanh, "binary-cross-entropy").layers[-1].activation == "sigmoid"

    def test_that_a_squared_loss_goes_with_every_output(self) -> None:
        assert all(suits("half-squared", name) for name in ACTIVATIONS)

    def test_that_a_loss_drops_an_encoding_that_it_is_not_made_for(self, xor: Scenario) -> None:
        squared = replace(xor, loss="half-squared", targets="plus-minus-one")
        assert with_loss(squared, "squared").targets == "plus-minus-one"
        assert with_loss(squared, "binary-cross-entropy").targets is None

    @pytest.mark.parametrize(
        ("name", "low", "high"), [("xor", 1, 4096), ("three-class-spiral", 3, 4096), ("sine", 1, 1)]
    )
    def test_that_the_data_say_how_many_outputs_there_can_be(self, name: str, low: int, high: int) -> None:
        accepted = output_units_range(find_scenario(name))
        assert (accepted.low, accepted.high, accepted.whole) == (low, high, True)

    @pytest.mark.slow
    @pytest.mark.no_cover
    @pytest.mark.parametrize("name", shipped_scenarios())
    @pytest.mark.sample(1, "three-class-spiral")
    def test_that_whatever_is_chosen_can_be_run(self, name: str) -> None:
        for kind in DATA_SETS:
            data = with_data_set(find_scenario(name), kind)
            prepare(data)
            for activation in ACTIVATIONS:
                if not output_fits(activation, data.data):
                    continue
                output = with_output_activation(data, activation)
                assert output.layers[-1].activation == activation
                for loss in LOSSES:
                    if loss_fits(loss, output.data):
                        chosen = with_loss(output, loss)
                        assert chosen.loss == loss
                        assert suits(loss, chosen.layers[-1].activation)
                        prepare(chosen)
                for units in (1, 2, 3, 5):
                    if output_units_range(output).has(units):
                        prepare(with_output_units(output, units))


class TestHidden:
    def test_that_layers_keep_their_activations_and_new_ones_take_the_last(self, xor: Scenario) -> None:
        mixed = with_hidden(xor, [Layer(4, "relu"), Layer(3, "tanh")])
        assert with_hidden_units(mixed, [5, 5, 5]).layers[:-1] == (Layer(5, "relu"), Layer(5, "tanh"), Layer(5, "tanh"))
        assert with_hidden_units(mixed, [2]).layers == (Layer(2, "relu"), xor.layers[-1])
        assert with_hidden_units(with_hidden_units(mixed, []), [6]).layers[0] == Layer(6, "tanh")

    def test_that_one_activation_can_be_given_to_all(self, xor: Scenario) -> None:
        deep = with_hidden_activation(with_hidden_units(xor, [4, 3]), "relu")
        assert deep.layers == (Layer(4, "relu"), Layer(3, "relu"), xor.layers[-1])


class TestInitialParameters:
    def test_that_numbers_of_another_shape_are_drawn_instead_and_the_others_kept(self, worked: Scenario) -> None:
        wider = with_hidden_units(worked, [4])
        assert set(wider.initial.values) == {"b2"}
        prepare(wider)
        assert set(with_hidden_units(worked, []).initial.values) == set()
        assert with_hidden_activation(worked, "relu").initial == worked.initial

    def test_that_the_order_of_drawing_forgets_layers_that_are_gone(self, xor: Scenario) -> None:
        ordered = replace(xor, initial=replace(xor.initial, order=("W2", "W1")))
        assert with_hidden_units(ordered, []).initial.order == ("W1",)

    def test_that_a_method_replaces_the_numbers_of_its_own_part(self, worked: Scenario) -> None:
        drawn = with_method(worked, "weights", Method("he"))
        assert (is_explicit(drawn, "weights"), is_explicit(drawn, "biases")) == (False, True)
        assert drawn.initial.weights == Method("he")

    @pytest.mark.parametrize("method", INITIALISERS)
    def test_that_a_seed_without_effect_is_known(self, xor: Scenario, worked: Scenario, method: str) -> None:
        depends = method not in ("zeros", "constant")
        assert parameters_depend_on_seed(with_method(xor, "weights", Method(method))) is depends
        assert not parameters_depend_on_seed(worked)


class TestTraining:
    def test_that_an_optimiser_keeps_the_rate_and_the_settings_that_both_have(self, xor: Scenario) -> None:
        momentum = with_setting(with_optimiser(xor, "momentum"), "mu", 0.5)
        nesterov = with_optimiser(momentum, "nesterov")
        assert (nesterov.optimiser.learning_rate, nesterov.optimiser.settings) == (0.42, {"mu": 0.5})
        assert with_optimiser(momentum, "adam").optimiser.settings == {}

    @pytest.mark.parametrize("kind", OPTIMISERS)
    def test_that_every_setting_can_be_changed(self, xor: Scenario, kind: str) -> None:
        chosen = with_optimiser(xor, kind)
        for setting in OPTIMISERS[kind].settings:
            chosen = with_setting(chosen, setting.name, setting.low)
        prepare(chosen)


class TestKeepingTheNetwork:
    def test_that_training_and_activations_keep_it_and_sizes_and_initial_parameters_do_not(self, xor: Scenario) -> None:
        kept = [
            with_loss(xor, "squared"),
            with_optimiser(xor, "adam"),
            with_hidden_activation(xor, "relu"),
            with_data_set(xor, "moons"),
            with_test_share(xor, 0.5),
        ]
        restarted = [
            with_hidden_units(xor, [4]),
            with_output_units(xor, 2),
            with_data_set(xor, "sine"),
            with_method(xor, "biases", Method("normal")),
            replace(xor, seed=5),
        ]
        assert all(keeps_network(xor, scenario) for scenario in kept)
        assert not any(keeps_network(xor, scenario) for scenario in restarted)

    @pytest.mark.parametrize("chosen", ["samples", "rate"])
    def test_that_biases_with_a_column_for_each_sample_begin_again_with_other_samples(
        self, xor: Scenario, chosen: str
    ) -> None:
        wide = replace(xor, mistakes=("no-sum",))
        others = {
            "samples": with_data_set(wide, "circle"),
            "rate": replace(wide, optimiser=replace(wide.optimiser, learning_rate=0.1)),
        }
        session = Session(wide)
        session.step_update(3)
        assert session.change(others[chosen]) is (chosen == "rate")
        session.step_update(2)
        assert session.value("b1").shape[1] == len(session.snapshot().batch)

    @pytest.mark.parametrize("kind", DATA_SETS)
    @pytest.mark.slow
    def test_that_a_session_does_what_the_rule_says(self, xor: Scenario, kind: str) -> None:
        session = Session(xor)
        session.step_update(3)
        learned = session.value("W1")
        chosen = with_data_set(xor, kind)
        assert session.change(chosen) is keeps_network(xor, chosen)
        assert (session.value("W1").tobytes() == learned.tobytes()) is keeps_network(xor, chosen)
