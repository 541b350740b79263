"""The kinds of files, as a file dialog lists them."""

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data.files.endings import patterns
from nnviz.model.session_file.file import SUFFIX

translate = QCoreApplication.translate


def sessions() -> str:
    """Return the filter of sessions."""
    return translate("Kinds", "Sessions (%1)").replace("%1", f"*{SUFFIX}")


def scenarios() -> str:
    """Return the filter of scenarios."""
    return translate("Kinds", "Scenarios (%1)").replace("%1", "*.json")


def samples() -> str:
    """Return the filter of files of samples."""
    return translate("Kinds", "Samples (%1)").replace("%1", patterns())


def all_that_open() -> str:
    """Return filters of everything that can be opened, together and one by one."""
    together = translate("Kinds", "All supported files (%1)").replace(
        "%1", f"*{SUFFIX} *.json {patterns()} *.py *.ipynb"
    )
    anything = translate("Kinds", "All files (%1)").replace("%1", "*")
    return ";;".join((together, sessions(), scenarios(), samples(), anything))


def pictures() -> str:
    """Return the filter of pictures."""
    return translate("Kinds", "Pictures (%1)").replace("%1", "*.png")
