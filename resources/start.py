"""Start nnviz from a fresh clone, or run its tests, with nothing but Python installed.

    python3 resources/start.py [ARGUMENTS]        open the app; arguments are those of `nnviz`
    python3 resources/start.py test [ARGUMENTS]   run the tests; arguments are those of `pytest`
    python3 resources/start.py setup [test|dev|ci]
                                                  only prepare: for the app, its tests, all developers' tools, or those
                                                  and the optional libraries whose tests CI runs

The first start makes `.venv` in the checkout and installs nnviz there, editable; a later one does so only when
`pyproject.toml` has changed. Where there is apt, system libraries that Qt needs and fonts are installed too if the
machine lacks them. A desktop that has them is left alone.

Standard library only, and in the syntax of Python 3.7, so that an old Python is refused in words.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "nnviz-installed.json"
LOG = VENV / "nnviz-install.log"
EXTRAS = ("", "test", "dev", "ci")  # each holds the one before it
ONE_PROCESS = ("-n", "--numprocesses", "--dist", "--tx", "no:xdist", "--pdb", "--trace", "-s", "--capture")
"""Arguments of pytest with which `-n auto` would be wrong, or is the person's own choice."""

FONT = "fonts-dejavu-core"
CHINESE_FONT = "fonts-wqy-microhei"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHINESE_FONT_FILES = r"cjk|wqy|uming|ukai|han-?s|notosans[st]c|droidsansfallback|simsun|simhei|msyh"


def main(arguments: list[str]) -> int:
    """Prepare what is missing, then hand over to nnviz or pytest; return the exit status."""
    # The project needs 3.11, but this line is for those who have not got it.
    if sys.version_info < (3, 11):  # noqa: UP036
        return say(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
    os.environ["NNVIZ_COMMAND"] = command()
    verb = arguments[0] if arguments else ""
    if verb == "setup":
        extra = "".join(arguments[1:])
        if extra not in EXTRAS:
            return say(f"usage: {command()} setup [{'|'.join(EXTRAS[1:])}]", status=2)
        return prepare(extra, again=True) or say(f"ready; {command()} opens the app", status=0)
    if verb == "test":
        status = prepare("test")
        if status == 0:
            os.chdir(ROOT)
            status = hand_over("-m", "pytest", *in_parallel(arguments[1:]))
        return status
    # -P: a numpy.py in the person's folder is not ours.
    return prepare("") or hand_over("-P", "-m", "nnviz", *arguments)


def in_parallel(arguments: list[str]) -> list[str]:
    """Return arguments for pytest with which a run of many tests uses all cores.

    A few tests that are asked for by name are sooner done in one process than others are started, and a debugger and
    `-s` need the terminal.
    """
    names_few = any(".py" in argument or argument.startswith(("-k", "--lf", "--last-failed")) for argument in arguments)
    own = any(argument.split("=")[0] in ONE_PROCESS or re.match(r"-n\d|-pno:xdist", argument) for argument in arguments)
    return arguments if names_few or own else ["-n", "auto", *arguments]


def say(text: str, status: int = 1) -> int:
    """Print a line for the person and return the exit status; stdout is left to `nnviz train --json`."""
    print(f"nnviz: {text}", file=sys.stderr, flush=True)
    return status


def command() -> str:
    """Return this script as it was typed, for messages that name a command."""
    words = [Path(sys.executable).name, sys.argv[0]]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def hand_over(*arguments: str) -> int:
    """Become the Python of `.venv`, or on Windows, where a process cannot, wait for it and return its status."""
    line = [str(PYTHON), *arguments]
    if os.name != "nt":
        os.execv(line[0], line)
    return subprocess.call(line)


def prepare(extra: str, again: bool = False) -> int:
    """Install nnviz with an extra, unless it is there; return 0, or the exit status of what failed."""
    # The checkout's own place counts: an editable install points at it.
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + bytes(ROOT)).hexdigest()
    done = json.loads(STAMP.read_text()) if STAMP.exists() and PYTHON.exists() else {}
    extra = max(extra, done.get("extra", ""), key=EXTRAS.index)
    if done == {"project": wanted, "extra": extra} and not again:
        return 0
    say("1 of 3: what this machine lacks")
    status = prepare_machine()
    if status != 0:
        return status
    say(f"2 of 3: a Python of its own in {VENV}")
    status = prepare_venv()
    if status != 0:
        return status
    with_extra = f", and the extra {extra}" if extra else ""
    say(f"3 of 3: nnviz and the libraries that it needs{with_extra}; some minutes, told in {LOG}")
    STAMP.unlink(missing_ok=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    status = run_quietly(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--editable", target)
    if status != 0:
        return say("pip could not install what nnviz needs; its reason stands above.", status)
    STAMP.write_text(json.dumps({"project": wanted, "extra": extra}))
    return 0


def run(*line: str) -> int:
    """Run a command with its output on stderr and nothing to read; return its exit status."""
    return subprocess.call(line, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def run_quietly(*line: str) -> int:
    """Run a command with its output in the log, and show that only if it fails; return its exit status."""
    with LOG.open("wb") as log:
        status = subprocess.call(line, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    if status != 0:
        print(LOG.read_text(errors="replace"), end="", file=sys.stderr, flush=True)
    return status


def succeeds(*line: str) -> bool:
    """Return whether a command succeeds, showing nothing of it."""
    quiet = subprocess.DEVNULL
    return subprocess.call(line, stdin=quiet, stdout=quiet, stderr=quiet) == 0


def prepare_venv() -> int:
    """Make `.venv` with pip in it, unless it is there; return the exit status."""
    if not PYTHON.exists():  # also when it is a link to a Python that is gone
        return run(sys.executable, "-m", "venv", "--clear", str(VENV))
    if not succeeds(str(PYTHON), "-m", "pip", "--version"):
        return run(sys.executable, "-m", "venv", str(VENV))
    return 0


def prepare_machine() -> int:
    """Install with apt what Qt needs and the machine lacks; return 0, or 1 when the person has to do it."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return 0
    libraries = missing_libraries()
    fonts = [] if has_font() else [FONT]
    chinese = [] if has_font(chinese=True) else [CHINESE_FONT]
    # Debian keeps pip's own installer in a package apart, one for each Python.
    without_pip = importlib.util.find_spec("ensurepip") is None and not PYTHON.exists()
    installer = [f"python3.{sys.version_info[1]}-venv"] if without_pip else []
    reasons = {"for Qt's windows": libraries, "for text": fonts + chinese, "for .venv": installer}
    packages = [package for group in reasons.values() for package in group]
    if not packages:
        return 0
    what = ", ".join(f"{' '.join(group)} {reason}" for reason, group in reasons.items() if group)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        as_root = []
    elif shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        as_root = ["sudo", "-n"]
    elif packages == chinese:
        return say(f"no font here has Chinese characters; to have one: {by_hand(install)}", status=0)
    else:
        say(f"this machine lacks {what}.")
        say("Install them with this command, then start again (its first half gets apt's list, which may be old):")
        print(by_hand(install), file=sys.stderr)
        return 1
    say(f"installing system packages that this machine lacks: {what}")
    run(*as_root, "apt-get", "update", "-q")
    if run(*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *install) != 0 and packages != chinese:
        return say(f"apt could not install them; its reason stands above. By hand: {by_hand(install)}")
    return 0


def by_hand(install: list[str]) -> str:
    """Return the line by which a person installs with apt; without a list of packages it would find none."""
    return f"sudo apt-get update && sudo {' '.join(install)}"


def missing_libraries() -> list[str]:
    """Return the Debian packages of the libraries Qt needs that cannot be loaded here."""
    missing = []
    for library, package in json.loads((ROOT / "resources" / "debian-packages.json").read_text()).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def has_font(chinese: bool = False) -> bool:
    """Return whether any font, or one with Chinese characters, is installed."""
    if shutil.which("fc-list"):
        question = ["fc-list", ":lang=zh-cn" if chinese else ":", "file"]
        return bool(subprocess.run(question, stdout=subprocess.PIPE, check=False).stdout.strip())
    names = [
        path.name.lower()
        for folder in FONT_FOLDERS
        for path in Path(folder).expanduser().rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    ]
    return any(re.search(CHINESE_FONT_FILES, name) for name in names) if chinese else bool(names)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
