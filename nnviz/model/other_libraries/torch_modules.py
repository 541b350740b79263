"""Modules of PyTorch: a chain of `Linear` layers and activations, as `Sequential` or as a class with `forward`.

What a module computes is read from its graph (`torch.fx.symbolic_trace`), so that activations that are functions in
`forward` are found too.
"""

from __future__ import annotations

import sys
from typing import Any, Final

from nnviz.model.other_libraries.foreign_names import find_activation
from nnviz.model.other_libraries.layer_chain import LayerChain
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

NAME: Final = "PyTorch"

_NOTHING_HERE: Final = {"Flatten", "Dropout", "AlphaDropout", "flatten", "dropout", "contiguous", "float", "double"}
"""What leaves the numbers of an evaluated network as they are."""

_RESHAPES: Final = {"view", "reshape"}

_NUMBERS: Final = {"LeakyReLU": "negative_slope", "leaky_relu": "negative_slope", "ELU": "alpha", "elu": "alpha"}


def is_module(given: object) -> bool:
    """Return whether an object is a module of PyTorch, without importing PyTorch."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(given, torch.nn.Module)


def read(module: Any) -> LibraryModel:
    """Read a module.

    Raises
    ------
    ModelError
        If it is anything but a chain of fully connected layers, each with at most one activation.
    """
    from torch.fx import symbolic_trace

    try:
        graph = symbolic_trace(module).graph
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 - a person's `forward` may raise anything when it is traced
        found = filled(QT_TRANSLATE_NOOP("model", "a forward that cannot be followed ({error})"), error=error)
        raise refusal(NAME, type(module).__name__, found, _CHAINS) from None
    modules = dict(module.named_modules())
    chain, before = LayerChain(NAME), None
    for node in graph.nodes:
        if node.op == "placeholder":
            if before is not None:
                raise refusal(NAME, type(module).__name__, QT_TRANSLATE_NOOP("model", "several inputs"), _CHAINS)
            before = node
        elif node.op != "output":
            if not node.args or node.args[0] is not before:
                found = filled(QT_TRANSLATE_NOOP("model", "{name}, which reads something else"), name=node.name)
                raise refusal(NAME, type(module).__name__, found, _CHAINS)
            if node.op == "call_module":
                _add_module(chain, str(node.target), modules[node.target])
            else:
                _add_function(chain, node)
            before = node
    chain.check()
    return LibraryModel(
        library=NAME, weights=tuple(chain.weights), biases=tuple(chain.biases), activations=chain.activations
    )


_CHAINS: Final = QT_TRANSLATE_NOOP("model", "a chain of Linear layers and activations")


def _add_module(chain: LayerChain, where: str, module: Any) -> None:
    kind = type(module).__name__
    if kind == "Linear":
        bias = None if module.bias is None else _array(module.bias)
        chain.add_layer(where, _array(module.weight), bias)
    elif kind == "GELU":
        chain.add_activation(where, _gelu(module.approximate))
    elif find_activation(kind) is not None:
        number = getattr(module, _NUMBERS[kind]) if kind in _NUMBERS else None
        _check_plain(chain, where, kind, beta=getattr(module, "beta", 1.0))
        chain.add_activation(where, kind, number)
    elif kind not in _NOTHING_HERE:
        chain.refuse(where, kind)


def _add_function(chain: LayerChain, node: Any) -> None:
    name = node.target if isinstance(node.target, str) else node.target.__name__
    if name == "gelu":
        chain.add_activation(node.name, _gelu(node.kwargs.get("approximate", "none")))
    elif find_activation(name) is not None:
        number = None
        if name in _NUMBERS:
            usual = 0.01 if name == "leaky_relu" else 1.0
            number = float(node.kwargs.get(_NUMBERS[name], node.args[1] if len(node.args) > 1 else usual))
        _check_plain(chain, node.name, name, beta=node.kwargs.get("beta", 1.0))
        chain.add_activation(node.name, name, number)
    elif name not in _NOTHING_HERE and not (name in _RESHAPES and not chain.weights):
        chain.refuse(node.name, name)


def _check_plain(chain: LayerChain, where: str, kind: str, beta: float) -> None:
    if beta != 1.0:
        chain.refuse(where, f"{kind}(beta={beta})")


def _gelu(approximate: str) -> str:
    return "gelu-tanh" if approximate == "tanh" else "gelu"


def _array(tensor: Any) -> Any:
    return tensor.detach().cpu().double().numpy()
