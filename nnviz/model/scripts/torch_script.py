"""A scenario as a PyTorch script: modules, a loss, autograd, and an optimiser of `torch.optim`.

Only the right program can be written so: autograd makes no mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scripts import parts
from nnviz.model.scripts.numpy_script import UPDATES
from nnviz.model.scripts.numpy_source import name_of_scalar
from nnviz.model.scripts.written_script import WrittenScript
from nnviz.model.session.session import Session
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_MODULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "identity": "nn.Identity()",
        "sigmoid": "nn.Sigmoid()",
        "tanh": "nn.Tanh()",
        "relu": "nn.ReLU()",
        "leaky-relu": "nn.LeakyReLU({number})",
        "elu": "nn.ELU({number})",
        "softplus": "nn.Softplus(threshold=500)",
        "swish": "nn.SiLU()",
        "gelu": "nn.GELU()",
        "gelu-tanh": 'nn.GELU("tanh")',
        "softmax": "nn.Softmax(dim=1)",
    }
)
"""Activation → the module that it is in PyTorch."""

_LOSSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "half-squared": "((a - y) ** 2).sum() / 2",
        "squared": "((a - y) ** 2).sum()",
        "mean-squared": "((a - y) ** 2).sum() / a.shape[1]",
        "half-mean-squared": "((a - y) ** 2).sum() / 2 / a.shape[1]",
        "absolute": "(a - y).abs().sum()",
        "mean-absolute": "(a - y).abs().sum() / a.shape[1]",
        "binary-cross-entropy": 'F.binary_cross_entropy(a, y, reduction="sum")',
        "categorical-cross-entropy": "-torch.xlogy(y, a).sum()",
        "hinge": "F.relu(1 - y * a).sum()",
    }
)

_OF_LOGITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "binary-cross-entropy": 'F.binary_cross_entropy_with_logits(a, y, reduction="sum")',
        "categorical-cross-entropy": 'F.cross_entropy(a, y, reduction="sum")',
    }
)
"""Loss → what computes it from logits, without the output's activation."""

_OPTIMISERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gradient-descent": "torch.optim.SGD({parameters}, lr=eta)",
        "momentum": "torch.optim.SGD({parameters}, lr=eta, momentum=mu)",
        "nesterov": "torch.optim.SGD({parameters}, lr=eta, momentum=mu, nesterov=True)",
        "rmsprop": "torch.optim.RMSprop({parameters}, lr=eta, alpha=rho, eps=epsilon)",
        "adagrad": "torch.optim.Adagrad({parameters}, lr=eta, eps=epsilon)",
        "adam": "torch.optim.Adam({parameters}, lr=eta, betas=(beta1, beta2), eps=epsilon)",
        "adamw": "torch.optim.AdamW({parameters}, lr=eta, betas=(beta1, beta2), eps=epsilon, weight_decay=decay)",
        "amsgrad": "torch.optim.Adam({parameters}, lr=eta, betas=(beta1, beta2), eps=epsilon, amsgrad=True)",
    }
)

_PENALTIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "l1": "lambda_ * sum(p.abs().sum() for p in penalised)",
        "l2": "lambda_ / 2 * sum((p**2).sum() for p in penalised)",
        "l2-unhalved": "lambda_ * sum((p**2).sum() for p in penalised)",
    }
)


def torch_script(scenario: Scenario, updates: int = UPDATES, file: str = "arrays.npz") -> WrittenScript:
    """Return a script that trains with PyTorch and prints the loss of each update's batch.

    Parameters
    ----------
    scenario
        What is trained, from its initial parameters.
    updates
        How many updates it runs.
    file
        The name of the file beside it, with the arrays that are too long for its text.

    Raises
    ------
    ModelError
        If no script is written for the scenario, or PyTorch has no such optimiser, activation or bias.
    """
    parts.check_writable(scenario)
    _check(scenario)
    session = Session(scenario)
    prepared, names = session.prepared, session.program.parameters
    arrays = parts.samples(prepared)
    arrays = {name: array.T for name, array in arrays.items()} | {name: session.value(name) for name in names}
    source, loaded = parts.array_lines(arrays, {}, file)
    batches, per_epoch = parts.batches_source(prepared)
    scalars = {name_of_scalar(name): value for name, value in scenario.scalars().items()}
    if scenario.penalty.kind == "none":
        del scalars["lambda_"]
    head = parts.heading(parts.plain_title(scenario), "with PyTorch")
    rate = parts.rate_source(scenario)
    imports = "import math\n\n" if "math." in rate else ""
    imports += "import numpy as np\nimport torch\nimport torch.nn.functional as F\nfrom torch import nn\n"
    text = parts.joined(
        [
            head + imports + "\ntorch.set_default_dtype(torch.float64)\n",
            "# A row is a sample.\n" + source + "n_train = len(X_train)\n" + parts.number_lines(scalars),
            _model(scenario),
            _loss(scenario),
            batches,
            rate,
            _training(scenario, updates, per_epoch),
        ]
    )
    return WrittenScript(text, loaded)


def _check(scenario: Scenario) -> None:
    problems = {
        "mistakes": ", ".join(scenario.mistakes),
        "optimiser": "" if scenario.optimiser.kind in _OPTIMISERS else OPTIMISERS[scenario.optimiser.kind].title,
        "optimiser.state": QT_TRANSLATE_NOOP("model", "a state to start from") if scenario.optimiser.state else "",
        "layers": ", ".join(_foreign(layer) for layer in scenario.layers if _foreign(layer)),
    }
    for where, found in problems.items():
        if found:
            asked = QT_TRANSLATE_NOOP("model", "to write a PyTorch script")
            accepted = filled(
                QT_TRANSLATE_NOOP("model", "what PyTorch has ({optimisers}), or a numpy script"),
                optimisers=", ".join(_OPTIMISERS),
            )
            raise ModelError(asked, where, found, accepted)


def _foreign(layer: Layer) -> str:
    """Return what PyTorch has not of a layer."""
    family = ACTIVATIONS[layer.activation].family or layer.activation
    if family not in _MODULES:
        return layer.activation
    return QT_TRANSLATE_NOOP("model", "a bias that all units share") if layer.bias == "shared" else ""


def _is_fused(scenario: Scenario) -> bool:
    return scenario.recipe(1).is_fused


def _model(scenario: Scenario) -> str:
    lines: list[str] = []
    copies: list[str] = []
    units = "X_train.shape[1]"
    for number, layer in enumerate(scenario.layers, start=1):
        row = ACTIVATIONS[layer.activation]
        copies.append(f"    model[{len(lines)}].weight.copy_(torch.from_numpy(W{number}))")
        if layer.biases:
            copies.append(f"    model[{len(lines)}].bias.copy_(torch.from_numpy(b{number}[:, 0]))")
        lines.append(f"    nn.Linear({units}, {layer.units}{'' if layer.biases else ', bias=False'}),")
        units = str(layer.units)
        if row.name != "identity" and not (number == len(scenario.layers) and _is_fused(scenario)):
            text = _MODULES[row.family or row.name]
            lines.append(f"    {text.format(number='' if row.number is None else f'{row.number:.12g}')},")
    source = ["model = nn.Sequential(", *lines, ")", "with torch.no_grad():", *copies]
    if not scenario.train_biases:
        source += [
            "for name, parameter in model.named_parameters():",
            '    parameter.requires_grad_("bias" not in name)',
        ]
    return "\n".join(source) + "\n"


def _loss(scenario: Scenario) -> str:
    of_logits = _is_fused(scenario)
    body = (_OF_LOGITS if of_logits else _LOSSES)[scenario.loss]
    told = " from logits" if of_logits else ""
    mean = " / len(y)" if scenario.reduction == "mean" else ""
    return f'def loss_of(a, y):\n    """Return the loss of a batch{told}."""\n    return {body}{mean}\n'


def _training(scenario: Scenario, updates: int, per_epoch: int) -> str:
    text = [*_groups(scenario), f"for update in range({updates}):"]
    if per_epoch == 1:
        text.append("    x, y = torch.from_numpy(X_train), torch.from_numpy(Y_train)")
    else:
        text += parts.place_lines(per_epoch)
        text.append("    x, y = torch.from_numpy(X_train[cut[place]]), torch.from_numpy(Y_train[cut[place]])")
    if parts.rate_source(scenario):
        t = "update" if scenario.optimiser.schedule.counts == "update" or per_epoch == 1 else f"update // {per_epoch}"
        text.append("    for group, rate in zip(optimiser.param_groups, rates):")
        text.append(f"        group['lr'] = rate * rate_factor({t})")
    text.append("    loss = loss_of(model(x), y)")
    total = "loss"
    if scenario.penalty.kind != "none":
        divisor = {"one": "", "batch": " / len(y)", "data": " / n_train"}[scenario.penalty.divided_by]
        penalised = "list(model.parameters())" if scenario.penalty.on_biases else "[layer.weight for layer in linear]"
        text.append("    linear = [layer for layer in model if isinstance(layer, nn.Linear)]")
        text.append(f"    penalised = {penalised}")
        product = _PENALTIES[scenario.penalty.kind]
        text.append(f"    penalty = {product}{divisor}")
        total = "(loss + penalty)"
    text.append("    optimiser.zero_grad()")
    text.append(f"    {total}.backward()")
    text.append("    optimiser.step()")
    text.append("    print(update + 1, repr(loss.item()))")
    return "\n".join(text) + "\n"


def _groups(scenario: Scenario) -> list[str]:
    """Return the lines that make the optimiser, with a group for each layer that has a rate of its own."""
    own = [f"eta{n}" if layer.learning_rate is not None else "eta" for n, layer in enumerate(scenario.layers, start=1)]
    text = []
    parameters = "model.parameters()"
    if set(own) != {"eta"}:
        text.append("linear = [layer for layer in model if isinstance(layer, nn.Linear)]")
        text.append(f"own_rates = [{', '.join(own)}]")
        parameters = "[{'params': layer.parameters(), 'lr': rate} for layer, rate in zip(linear, own_rates)]"
    text.append(f"optimiser = {_OPTIMISERS[scenario.optimiser.kind].format(parameters=parameters)}")
    if parts.rate_source(scenario):
        text.append("rates = [group['lr'] for group in optimiser.param_groups]")
    return text
