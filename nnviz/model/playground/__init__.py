"""Links of TensorFlow Playground as scenarios."""

from nnviz.model.playground.fields import EXAMPLE
from nnviz.model.playground.link import PlaygroundLink, read_link
from nnviz.model.playground.notes import Note

__all__ = ["EXAMPLE", "Note", "PlaygroundLink", "read_link"]
