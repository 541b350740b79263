"""Changing one thing of a scenario, and with it what would no longer fit.

Every function returns a scenario that can be run if the original could: other data bring an output layer and a loss
for them, a loss brings the output that it needs and the other way round, and explicit initial numbers of the wrong
shape are replaced by drawn ones.

    data      the data: which, how many, how they are scaled and split
    layers    the hidden layers, the output layer and the loss
    training  the initial parameters and the optimiser
    mistakes  the mistakes
"""

from nnviz.model.scenario.edit.data import (
    data_depend_on_seed,
    effective_features,
    effective_scaling,
    share_for_testing,
    with_data,
    with_data_set,
    with_features,
    with_noise,
    with_scaling,
    with_test_share,
)
from nnviz.model.scenario.edit.layers import (
    FIRST_HIDDEN,
    loss_fits,
    output_fits,
    output_units_range,
    suits,
    with_bias,
    with_hidden,
    with_hidden_activation,
    with_hidden_units,
    with_loss,
    with_output_activation,
    with_output_units,
)
from nnviz.model.scenario.edit.training import (
    Part,
    fitted,
    is_explicit,
    parameters_depend_on_seed,
    with_learning_rate,
    with_method,
    with_optimiser,
    with_schedule,
    with_setting,
)

__all__ = [
    "FIRST_HIDDEN",
    "Part",
    "data_depend_on_seed",
    "effective_features",
    "effective_scaling",
    "fitted",
    "is_explicit",
    "loss_fits",
    "output_fits",
    "output_units_range",
    "parameters_depend_on_seed",
    "share_for_testing",
    "suits",
    "with_bias",
    "with_data",
    "with_data_set",
    "with_features",
    "with_hidden",
    "with_hidden_activation",
    "with_hidden_units",
    "with_learning_rate",
    "with_loss",
    "with_method",
    "with_noise",
    "with_optimiser",
    "with_output_activation",
    "with_output_units",
    "with_scaling",
    "with_schedule",
    "with_setting",
    "with_test_share",
]
