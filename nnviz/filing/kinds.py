"""The kinds of files, as a file dialog lists them."""

from PyQt6.QtCore import QCoreApplication

from nnviz.model.session_file import SUFFIX

translate = QCoreApplication.translate


def sessions() -> str:
    """Give sessions alone."""
    return translate("Kinds", "Sessions (%1)").replace("%1", f"*{SUFFIX}")


def scenarios() -> str:
    """Give scenarios alone."""
    return translate("Kinds", "Scenarios (%1)").replace("%1", "*.json")


def all_that_open() -> str:
    """Give everything that can be opened, together and one by one."""
    together = translate("Kinds", "Sessions and scenarios (%1)").replace("%1", f"*{SUFFIX} *.json")
    return f"{together};;{sessions()};;{scenarios()}"


def pictures() -> str:
    """Give pictures."""
    return translate("Kinds", "Pictures (%1)").replace("%1", "*.png")
