"""What a command asks about a model of another library: its samples, and what its file does not say."""

from __future__ import annotations

import argparse

from nnviz.documents.model_documents import ModelOptions
from nnviz.model.other_libraries.array_layouts import WEIGHTS


def add_model_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that a model's file needs (.onnx, .keras, .h5, .safetensors, .pt, .npz)."""
    group = parser.add_argument_group("a model of another library (.onnx, .keras, .h5, .safetensors, .pt, .npz)")
    group.add_argument("--samples", metavar="FILE", help="a file of samples, or a scenario whose samples are taken")
    group.add_argument(
        "--activations",
        metavar="NAMES",
        help="a name for each layer, such as relu,relu,softmax, where the file has none",
    )
    group.add_argument("--loss", metavar="NAME", help="the loss, by its name here or elsewhere (MSELoss, log_loss …)")
    group.add_argument(
        "--weight-layout", choices=WEIGHTS, help="whether W is units × inputs or inputs × units, where both fit"
    )


def model_options(chosen: argparse.Namespace) -> ModelOptions:
    """Return what was chosen."""
    names = chosen.activations
    activations = None if names is None else tuple(name.strip() for name in names.split(","))
    return ModelOptions(chosen.samples, activations, chosen.loss, chosen.weight_layout)
