"""Opening a model of another library: what its file does not say is asked in one dialog."""

from nnviz.views.model_file.dialog import ModelDialog

__all__ = ["ModelDialog"]
