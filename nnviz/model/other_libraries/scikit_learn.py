"""Models of scikit-learn: MLPClassifier and MLPRegressor, fitted.

Their loss is `log_loss` or half the squared error, a mean over samples and, for numbers, over outputs too; α/2 Σw² is
divided by the samples of the batch (scikit-learn, `sklearn/neural_network/_multilayer_perceptron.py`, `_backprop`).
"""

from __future__ import annotations

from typing import Any, Final

from nnviz.model.other_libraries.layer_chain import LayerChain
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

NAME: Final = "scikit-learn"

_LOSSES: Final = {
    ("log_loss", "logistic"): "binary-cross-entropy",
    ("log_loss", "softmax"): "categorical-cross-entropy",
    ("squared_error", "identity"): "half-mean-squared",
}


def is_model(given: object) -> bool:
    """Return whether an object is a multilayer perceptron of scikit-learn."""
    return type(given).__module__.startswith("sklearn.neural_network") and hasattr(given, "hidden_layer_sizes")


def read(model: Any) -> LibraryModel:
    """Read a fitted model.

    Raises
    ------
    ModelError
        If it is not fitted, or its loss is none of nnviz's.
    """
    if not hasattr(model, "coefs_"):
        raise refusal(
            NAME,
            type(model).__name__,
            QT_TRANSLATE_NOOP("model", "a model without weights"),
            QT_TRANSLATE_NOOP("model", "one that was fitted: model.fit(X, y)"),
        )
    chain = LayerChain(NAME)
    for number, (coefs, intercepts) in enumerate(zip(model.coefs_, model.intercepts_, strict=True)):
        chain.add_layer(f"coefs_[{number}]", coefs.T, intercepts)
        is_last = number == len(model.coefs_) - 1
        chain.add_activation("activation", model.out_activation_ if is_last else model.activation)
    key = (model.loss, model.out_activation_)
    if key not in _LOSSES:
        accepted = ", ".join(sorted({loss for loss, _ in _LOSSES}))
        raise refusal(NAME, "loss", f"{model.loss!r}, {model.out_activation_}", accepted)
    classes = getattr(model, "classes_", None)
    is_multilabel = model.out_activation_ == "logistic" and model.n_outputs_ > 1  # then targets are 0 and 1 already
    notes: list[str] = []
    if model.loss == "squared_error" and model.n_outputs_ > 1:
        text = QT_TRANSLATE_NOOP(
            "model",
            "scikit-learn's gradients are {outputs} times those of the loss that it reports, a mean over the outputs: "
            "its learning rate means {outputs} times as much",
        )
        notes.append(filled(text, outputs=model.n_outputs_))
    if model.solver == "lbfgs":
        text = QT_TRANSLATE_NOOP("model", "the solver lbfgs is none of nnviz's optimisers: taken is gradient descent")
        notes.append(text)
    return LibraryModel(
        library=NAME,
        weights=tuple(chain.weights),
        biases=tuple(chain.biases),
        activations=chain.activations,
        loss=_LOSSES[key],
        optimiser=_optimiser(model),
        penalty=PenaltySpec("l2", float(model.alpha), divided_by="batch") if model.alpha else PenaltySpec(),
        batch=None if model.batch_size == "auto" or model.solver == "lbfgs" else int(model.batch_size),
        classes=tuple(classes.tolist()) if classes is not None and not is_multilabel else None,
        convention="rows",
        notes=tuple(notes),
    )


def _optimiser(model: Any) -> OptimiserSpec:
    rate = float(model.learning_rate_init)
    if model.solver == "adam":
        settings = {"beta1": model.beta_1, "beta2": model.beta_2, "epsilon": model.epsilon}
        # Its ε stands beside the uncorrected root: "ε̂" of Kingma and Ba, 2015, section 2.
        return OptimiserSpec("adam-hat", rate, {name: float(value) for name, value in settings.items()})
    if model.solver == "sgd" and model.momentum:
        kind = "nesterov" if model.nesterovs_momentum else "momentum"
        return OptimiserSpec(kind, rate, {"mu": float(model.momentum)})
    return OptimiserSpec(learning_rate=rate)
