"""How long nnviz takes to end on a signal, whatever goes on in it, and whether anything is left.

    python tests/soak/endings.py [--times 3]

Each row is something that goes on in the window or a command, and a signal: the longest time from the signal to the end
of the process, how often the edit of a moment ago was left for the next start, and how many processes lived on. On a
machine that is not busy every time is below a second. The exit status is 0 if no edit was lost and no process lived on.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import NamedTuple

WINDOW = Path(__file__).parents[1] / "fixtures" / "edited_window.py"
IN_THE_WINDOW = ("idle", "running", "asking", "dialog", "computing", "mapping", "checking", "importing")
MAP = ("map", "spiral", "--x", "seed", "--y", "learning-rate", "--updates", "1000000", "--jobs", "2")
COMMANDS = {
    "nnviz train": ("train", "xor", "--updates", "1000000000"),
    "nnviz map": MAP,
    "nnviz check": ("check", "mine.py", "--seconds", "600"),
}
ENDLESS = "import time\ndef backprop(X, Y, weights, biases):\n    time.sleep(600)\n"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ending(NamedTuple):
    """One ending."""

    seconds: float
    kept: bool
    lived_on: int
    status: int


def ended(what: str, number: int, folder: Path) -> Ending:
    """Start something, send it a signal, and see how it ends."""
    (folder / "mine.py").write_text(ENDLESS)
    table = folder / "large.csv"
    if what == "importing" and not table.exists():
        table.write_text("a,b,answer\n" + "0.25,0.75,1\n0.5,0.125,0\n" * 400_000)
    files = {"checking": [str(folder / "mine.py")], "importing": [str(table)]}
    in_window = what in IN_THE_WINDOW
    arguments = [str(WINDOW), what, *files.get(what, [])] if in_window else ["-m", "nnviz", *COMMANDS[what]]
    settings = Path(tempfile.mkdtemp(dir=folder))
    root = str(Path(__file__).parents[2])
    mark = f"NNVIZ_SOAK_MARK={settings.name}"
    surroundings = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": root,
        "XDG_CONFIG_HOME": str(settings),
        "NNVIZ_SOAK_MARK": settings.name,
    }
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **surroundings},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        try:
            assert process.stdout is not None
            if in_window:
                assert process.stdout.readline() == b"ready\n", what
            else:
                sleep(4)
            begun = perf_counter()
            process.send_signal(number)
            process.wait(60)
            seconds = perf_counter() - begun
            sleep(0.3)
            return Ending(seconds, not in_window or _is_kept(settings), len(_alive(mark)), process.returncode)
        finally:
            for alive in _alive(mark):
                os.kill(alive, signal.SIGKILL)


def _is_kept(settings: Path) -> bool:
    from nnviz.model.session_file.file import open_session

    found = list((settings / "nnviz" / "recovery").glob("recovery-*.nnviz"))
    return len(found) == 1 and len(open_session(found[0]).session.history.saved().branches[0].edits) == 1


def _alive(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if mark.encode() in environment.split(b"\0"):
            found.append(int(folder.name))
    return found


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3, metavar="N", help="how often each is ended (3)")
    parser.add_argument("--what", action="append", help="only this; may be given several times")
    chosen = parser.parse_args()
    ok, begun = True, monotonic()
    print(f"{'what':14} {'signal':8} {'tried':>6} {'kept':>6} {'lived on':>9} {'status':>7} {'longest':>8}")
    with tempfile.TemporaryDirectory(prefix="nnviz-endings-", ignore_cleanup_errors=True) as name:
        for what in chosen.what or (*IN_THE_WINDOW, *COMMANDS):
            for number in SIGNALS:
                endings = [ended(what, number, Path(name)) for _ in range(chosen.times)]
                kept, lived_on = sum(e.kept for e in endings), sum(e.lived_on for e in endings)
                statuses = {e.status for e in endings}
                ok &= kept == len(endings) and lived_on == 0 and statuses == {128 + number}
                print(
                    f"{what:14} {number.name:8} {len(endings):6} {kept:6} {lived_on:9} "
                    f"{'/'.join(map(str, statuses)):>7} {max(e.seconds for e in endings):6.2f} s",
                    flush=True,
                )
    print(f"{monotonic() - begun:.0f} s in all")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
