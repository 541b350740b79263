"""The kinds of files, as a file dialog lists them."""

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data.files.endings import patterns
from nnviz.model.session_file.file import SUFFIX

translate = QCoreApplication.translate

_MODELS = "*.onnx *.keras *.h5 *.hdf5 *.safetensors *.pt *.pth"


def sessions() -> str:
    """Return the filter of sessions."""
    return translate("Kinds", "Sessions (%1)").replace("%1", f"*{SUFFIX}")


def scenarios() -> str:
    """Return the filter of scenarios."""
    return translate("Kinds", "Scenarios (%1)").replace("%1", "*.json")


def samples() -> str:
    """Return the filter of files of samples."""
    return translate("Kinds", "Samples (%1)").replace("%1", patterns())


def models() -> str:
    """Return the filter of models of other libraries."""
    return translate("Kinds", "Models of other libraries (%1)").replace("%1", _MODELS)


def all_that_open() -> str:
    """Return filters of everything that can be opened, together and one by one."""
    together = translate("Kinds", "All supported files (%1)").replace(
        "%1", f"*{SUFFIX} *.json {patterns()} {_MODELS} *.py *.ipynb"
    )
    anything = translate("Kinds", "All files (%1)").replace("%1", "*")
    return ";;".join((together, sessions(), scenarios(), samples(), models(), anything))


def exports(endings: Sequence[str]) -> str:
    """Return a filter for each of some endings."""
    names = {
        ".py": translate("Kinds", "Python scripts (%1)"),
        ".ipynb": translate("Kinds", "Notebooks (%1)"),
        ".md": translate("Kinds", "Markdown (%1)"),
        ".tex": translate("Kinds", "LaTeX (%1)"),
        ".html": translate("Kinds", "HTML pages (%1)"),
        ".json": translate("Kinds", "JSON (%1)"),
        ".csv": translate("Kinds", "Tables (%1)"),
        ".npz": translate("Kinds", "Arrays of numpy (%1)"),
    }
    return ";;".join(names[ending].replace("%1", f"*{ending}") for ending in endings)


def pictures() -> str:
    """Return the filter of pictures."""
    return translate("Kinds", "Pictures (%1)").replace("%1", "*.png")
