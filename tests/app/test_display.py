"""Where Qt would abort the process, nnviz says in one line what to do."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnviz.app import display
from nnviz.app.display import command, display_problem

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")

PICTURE = "; to render the same window to a picture: nnviz snapshot xor --out xor.png"


@pytest.fixture(autouse=True)
def no_session(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take this machine's own display away."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NNVIZ_COMMAND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["/somewhere/bin/nnviz"])


def test_that_the_app_without_a_display_ends_with_one_line() -> None:
    ran = subprocess.run([sys.executable, "-m", "nnviz"], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 1
    (line,) = ran.stderr.splitlines()
    assert "there is no display here" in line
    assert line.endswith("-m nnviz snapshot xor --out xor.png")


def test_that_no_display_is_reported_with_the_way_to_a_picture() -> None:
    assert display_problem() == f"there is no display here{PICTURE}"


def test_that_the_command_is_the_one_that_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command() == "nnviz"
    monkeypatch.setattr(sys, "argv", ["/somewhere/nnviz/__main__.py"])
    assert command() == f"{Path(sys.executable).name} -m nnviz"
    monkeypatch.setenv("NNVIZ_COMMAND", "python3 resources/start.py")
    assert command() == "python3 resources/start.py"
    assert display_problem().endswith(": python3 resources/start.py snapshot xor --out xor.png")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "xcb;offscreen", "offscreen:enable_fonts"])
def test_that_a_platform_without_a_display_needs_none(monkeypatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display_problem() is None


def test_that_a_picture_needs_no_display() -> None:
    assert display_problem("offscreen") is None


def test_that_a_platform_that_qt_has_not_is_reported(monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "paper")
    assert display_problem() == "Qt's platform 'paper' cannot start here (Qt has no such plugin)"


def test_that_x_asked_for_by_name_needs_a_display(monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert display_problem() == f"there is no display here{PICTURE}"


@pytest.fixture
def refusing_server() -> Iterator[str]:
    """Serve X on a local port, in the one way that needs no X server: refuse every client."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def refuse() -> None:
            reason = b"no"
            client, _ = server.accept()
            with client:
                client.recv(1000)
                client.sendall(bytes([0, len(reason), 11, 0, 0, 0, 1, 0]) + reason.ljust(4, b"\0"))

        thread = threading.Thread(target=refuse)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1] - 6000}"
        thread.join(10)


def test_that_a_server_that_refuses_us_is_reported(monkeypatch, refusing_server: str) -> None:
    monkeypatch.setenv("DISPLAY", refusing_server)
    assert display_problem() == f"the display DISPLAY={refusing_server} does not answer{PICTURE}"


def test_that_a_dead_x_display_is_reported(monkeypatch) -> None:
    monkeypatch.setenv("DISPLAY", "unix:6543")
    assert display_problem() == f"the display DISPLAY=unix:6543 does not answer{PICTURE}"


def test_that_a_dead_wayland_session_is_reported(monkeypatch) -> None:
    # Whether this machine has the libraries of Wayland is another matter.
    monkeypatch.setattr(display, "_load_plugin", lambda name: None)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_problem() == f"the display WAYLAND_DISPLAY=wayland-7 does not answer{PICTURE}"


def test_that_a_living_wayland_session_is_enough(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(display, "_load_plugin", lambda name: None)
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    monkeypatch.setenv("DISPLAY", "unix:6543")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("w")  # relative: the path of a socket may have 107 bytes only
        server.listen()
        monkeypatch.setenv("XDG_RUNTIME_DIR", ".")
        assert display_problem() is None


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")
def test_that_a_living_x_display_is_enough(monkeypatch) -> None:
    reading, writing = os.pipe()
    line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(line, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(writing)
            with os.fdopen(reading) as pipe:
                monkeypatch.setenv("DISPLAY", f":{pipe.readline().strip()}")
            assert display_problem() is None
        finally:
            server.terminate()


def test_that_a_missing_system_library_is_named_with_its_package(monkeypatch) -> None:
    load = display.ctypes.CDLL

    def without_egl(name: str):
        if "libEGL" in name or name.endswith("libqoffscreen.so"):
            raise OSError("libEGL.so.1: cannot open shared object file")
        return load(name)

    monkeypatch.setattr(display.ctypes, "CDLL", without_egl)
    problem = display_problem("offscreen")
    assert problem.startswith(
        "Qt's platform 'offscreen' cannot start here (libEGL.so.1: cannot open shared object file)"
        "; on Debian or Ubuntu: sudo apt-get install libegl1"
    )
