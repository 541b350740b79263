"""What other libraries call activations and losses, and what each of their names means here.

A library's name is looked up without regard to case, blanks, ``-``, ``_`` and the modules before it: ``torch.nn.ReLU``,
``"ReLU"`` and ``np.tanh`` are names too. To add one, add it to its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import LEAK
from nnviz.model.program.losses import LOSSES

Output = Literal["as-given", "from-logits", "from-log-softmax"]


@dataclass(frozen=True)
class ForeignLoss:
    """What a loss of other libraries is here.

    Attributes
    ----------
    names
        How it is called, as libraries write it.
    loss
        The name here; by the output's activation where several are meant: activation → name.
    output
        What it reads: the outputs, or weighted inputs of an output layer that has no activation of its own there.
    per_output, summed
        Whether it is averaged over the outputs too, or summed over the samples, where it is not so here.
    """

    names: tuple[str, ...]
    loss: str | Mapping[str, str]
    output: Output = "as-given"
    per_output: bool = False
    summed: bool = False


BY_OUTPUT: Final[Mapping[str, str]] = MappingProxyType(
    {"sigmoid": "binary-cross-entropy", "softmax": "categorical-cross-entropy"}
)

FOREIGN_LOSSES: Final = (
    # 1/(n·m) Σ over outputs and samples, as in PyTorch and Keras.
    ForeignLoss(("MSELoss", "mse", "mse_loss", "mean_squared_error", "MeanSquaredError"), "mean-squared"),
    ForeignLoss(("L1Loss", "mae", "l1_loss", "mean_absolute_error", "MeanAbsoluteError"), "mean-absolute"),
    # scikit-learn reports ½ of the mean over outputs too, but its gradient is that of the sum over outputs.
    ForeignLoss(("squared_error", "squared_loss", "half_mse", "half_mean_squared_error"), "half-squared"),
    # Added up over the samples, where all losses here are means.
    ForeignLoss(("sse", "sum_squared_error", "sum_of_squares"), "squared", summed=True),
    ForeignLoss(("half_sse", "half_sum_squared_error"), "half-squared", summed=True),
    ForeignLoss(
        ("BCELoss", "bce", "BinaryCrossentropy", "binary_cross_entropy"), "binary-cross-entropy", per_output=True
    ),
    ForeignLoss(
        ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits", "sigmoid_cross_entropy_with_logits"),
        "binary-cross-entropy",
        "from-logits",
        per_output=True,
    ),
    ForeignLoss(
        ("CategoricalCrossentropy", "SparseCategoricalCrossentropy", "cce", "categorical_cross_entropy"),
        "categorical-cross-entropy",
    ),
    ForeignLoss(("CrossEntropyLoss", "softmax_cross_entropy_with_logits"), "categorical-cross-entropy", "from-logits"),
    ForeignLoss(("NLLLoss", "nll_loss"), "categorical-cross-entropy", "from-log-softmax"),
    ForeignLoss(("log_loss", "logistic_loss", "cross_entropy", "Crossentropy"), BY_OUTPUT),
    ForeignLoss(("hinge_loss",), "hinge"),
)

FOREIGN_ACTIVATIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "identity": ("Identity", "linear", "purelin", "none", "pass", ""),
        "sigmoid": ("Sigmoid", "logistic", "logsig", "expit", "σ"),
        "tanh": ("Tanh", "tansig", "hyperbolic_tangent"),
        "relu": ("ReLU", "rectifier", "rectified_linear", "poslin"),
        "leaky-relu": ("LeakyReLU",),
        "elu": ("ELU",),
        "bipolar-sigmoid": ("BipolarSigmoid", "bipolar"),
        "swish": ("SiLU", "Swish"),
        "gelu": ("GELU",),
        "gelu-tanh": ("gelu_new",),
        "softplus": ("Softplus",),
        "softmax": ("Softmax",),
    }
)
"""Activation → what it is called elsewhere. `LOG_SOFTMAX` goes with a loss that reads it."""

LOG_SOFTMAX: Final = "log-softmax"
LEAKY: Final = f"its slope below 0 is {LEAK} here, as in PyTorch; Keras has 0.3 by default"


def name_of(given: object) -> str:
    """Return the name of a text, a function, a class, or an object of a class: ``torch.nn.ReLU()`` is ``ReLU``."""
    if isinstance(given, str):
        return given
    return "none" if given is None else str(getattr(given, "__name__", type(given).__name__))


def find_activation(given: object) -> str | None:
    """Return what an activation is called here, or `LOG_SOFTMAX`; None for one that there is not."""
    if isinstance(given, str) and given in ACTIVATIONS:
        return given  # one of ours, perhaps with a number: "leaky-relu(0.2)"
    key = _key(name_of(given))
    return LOG_SOFTMAX if key == _key(LOG_SOFTMAX) else _ACTIVATIONS.get(key)


def find_loss(given: object) -> ForeignLoss | None:
    """Return what a loss is here; None for one that there is not."""
    name = name_of(given)
    if name in LOSSES:
        return ForeignLoss((), name)  # a name of ours, with our meaning
    return _LOSSES.get(_key(name))


def _key(name: str) -> str:
    return "".join(sign for sign in name.strip().rpartition(".")[2].lower() if sign not in " -_")


_ACTIVATIONS: Final = {_key(name): own for own in ACTIVATIONS for name in (own, *FOREIGN_ACTIVATIONS.get(own, ()))}
_LOSSES: Final = {_key(name): row for row in FOREIGN_LOSSES for name in row.names} | {
    _key(own): ForeignLoss((), own) for own in LOSSES if own not in ("binary-cross-entropy",)
}
