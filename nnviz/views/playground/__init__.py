"""Opening a link of TensorFlow Playground."""

from nnviz.views.playground.bar import PlaygroundBar

__all__ = ["PlaygroundBar"]
