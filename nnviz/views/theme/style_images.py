"""
Small images for the style sheet.

A style sheet takes images from files only, and QtSvg reads ``currentColor`` as black; so the icons that the style
sheet names are written, in their colour, to a directory that lives as long as the process.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PyQt6.QtGui import QColor

from nnviz.assets import asset


@cache
def _directory() -> Path:
    directory = Path(tempfile.mkdtemp(prefix="nnviz-style-"))
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    return directory


@cache
def style_image(name: str, colour: str) -> str:
    """
    Return the path, as a style sheet wants it, of an icon in one colour.

    Parameters
    ----------
    name : str
        File in ``resources/icons`` without its ending.
    colour : str
        Hexadecimal colour.
    """
    source = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    painted = _directory() / f"{name}-{QColor(colour).name()[1:]}.svg"
    painted.write_text(source.replace("currentColor", colour), encoding="utf-8")
    return painted.as_posix()
