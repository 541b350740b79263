"""Whether Qt can show or draw a window here, found out without starting Qt.

Qt aborts the process when it finds no display or a system library is missing, and leaves a core dump rather than
advice. So the command line checks first. These things can be missing only on Linux.
"""

import ctypes
import importlib.util
import json
import os
import shlex
import socket
import sys
from pathlib import Path

from nnviz.assets import asset


def command() -> str:
    """Return the command that starts nnviz, as this person can type it again."""
    if typed := os.environ.get("NNVIZ_COMMAND"):
        return typed
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return shlex.join([Path(sys.executable).name, "-m", "nnviz"])
    return "nnviz"


def display_problem(platform: str = "") -> str | None:
    """Return one line of plain English on why Qt cannot start here.

    Parameters
    ----------
    platform
        Qt's name of the platform to be used, such as ``"offscreen"`` for drawing into a picture. By default what Qt
        itself would choose: ``QT_QPA_PLATFORM``, or else the display of the session.

    Returns
    -------
    str or None
        None when Qt can start.
    """
    if not sys.platform.startswith("linux"):
        return None
    platforms = _platforms(platform or os.environ.get("QT_QPA_PLATFORM", ""))
    if not platforms:
        return _without_display(_NO_DISPLAY)
    problems = [_platform_problem(name) for name in platforms]
    return None if None in problems else problems[0]


def _platforms(asked: str) -> list[str]:
    """Return the platforms that Qt would try in turn."""
    if asked:
        # Qt's own form: "wayland;xcb", and options after a colon.
        return [name.partition(":")[0] for name in asked.split(";")]
    return [name for name, (variable, _) in _DISPLAYS.items() if os.environ.get(variable)]


def _platform_problem(name: str) -> str | None:
    try:
        _load_plugin(name)
    except OSError as error:
        return _without_library(name, str(error))
    if name not in _DISPLAYS:
        return None
    variable, answers = _DISPLAYS[name]
    if answers():
        return None
    display = os.environ.get(variable)
    return _without_display(f"the display {variable}={display} does not answer" if display else _NO_DISPLAY)


_NO_DISPLAY = "there is no display here"


def _without_display(reason: str) -> str:
    return f"{reason}; to render the same window to a picture: {command()} snapshot xor --out xor.png"


def _without_library(platform: str, reason: str) -> str:
    packages = []
    for library, package in json.loads(asset("debian-packages.json").read_text(encoding="utf-8")).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    advice = f"; on Debian or Ubuntu: sudo apt-get install {' '.join(packages)}" if packages else ""
    return f"Qt's platform {platform!r} cannot start here ({reason}){advice}"


def _load_plugin(name: str) -> None:
    """Load the plugin by which Qt reaches a platform, as Qt would.

    Raises
    ------
    OSError
        If it, or a library that it needs, cannot be loaded; the loader's message names which.
    """
    package = importlib.util.find_spec("PyQt6")
    if package is None or not package.submodule_search_locations:
        return
    folder = Path(package.submodule_search_locations[0], "Qt6", "plugins", "platforms")
    if not folder.is_dir():  # a distribution's PyQt6 package depends on the libraries
        return
    plugins = sorted(folder.glob(f"libq{name}*.so"))
    if not plugins:
        raise OSError("Qt has no such plugin")
    ctypes.CDLL(str(plugins[0]))


def _x_answers() -> bool:
    """Return whether the X server of ``DISPLAY`` accepts us, asked through the library that Qt uses too."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers() -> bool:
    """Return whether the socket of the Wayland session accepts connections."""
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


# By platform: the variable that names the display, and how to find out whether it is there.
_DISPLAYS = {"wayland": ("WAYLAND_DISPLAY", _wayland_answers), "xcb": ("DISPLAY", _x_answers)}
