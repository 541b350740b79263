"""The version of nnviz."""

__version__ = "0.1.0"
