"""SIGKILL at random moments while each kind of file is being written, and a look at what is left of it.

    python tests/soak/kills.py [--kills 500] [--kind session …]

For each kind a process replaces the file by other contents, over and over, until it is killed; then the file must hold
what one of the writings wrote. One more kind, "in place", writes as programs commonly do and shows that this would be
found. The process is a fork of one that has imported everything, so 500 kills of a kind take about a minute.

The exit status is 0 if nothing was torn, nothing of another process is left after the next writing, and the kind that
writes in place was caught.
"""

import argparse
import os
import random
import select
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LONGEST = 0.03
"""Seconds from the first writing to the kill, at most: a few writings of every kind."""

CONTROL = "in place"
"""The kind that is written as files commonly are, and has to be found torn."""

VARIANTS = 3
"""How many different contents take turns."""

Write = Callable[[Path, int], None]


class Kind(NamedTuple):
    """A kind of file: its name, how the variant of a number is written, and whether what is there is one of them."""

    name: str
    file: str
    write: Write
    is_whole: Callable[[Path], bool]


class Outcome(NamedTuple):
    """What came of a kind."""

    kind: str
    tried: int
    torn: int
    left: int
    seconds: float


def kinds(folder: Path) -> dict[str, Kind]:
    """Return every kind of file that nnviz writes, and the one that is written in place."""
    made = [*_of_the_model(folder), *_of_the_window(folder)]
    return {kind.name: kind for kind in made}


def _one_of(folder: Path, file: str, write: Write) -> Callable[[Path], bool]:
    """Return whether a file has, to the byte, what is written where nobody kills."""
    expected = set()
    for variant in range(VARIANTS):
        path = folder / f"expected-{variant}" / file
        path.parent.mkdir(exist_ok=True)
        write(path, variant)
        expected.add(path.read_bytes())
    assert len(expected) == VARIANTS, f"the contents of {file} are to differ"
    return lambda path: path.read_bytes() in expected


def _of_the_model(folder: Path) -> list[Kind]:
    from nnviz.model.map import MapPlan, csv_text, read_axis, train_cell
    from nnviz.model.scenario.file import find_scenario
    from nnviz.model.session.session import Session
    from nnviz.model.session_file.file import save_session

    scenarios = [find_scenario(name) for name in ("xor", "circle", "spiral")]
    sessions = []
    for scenario in scenarios:
        session = Session(scenario)
        session.step_update(400)
        sessions.append(session)
    plans = [MapPlan(scenario, read_axis("seed=0:3"), read_axis("learning-rate=0.1,1"), 3) for scenario in scenarios]
    results = [{(r.row, r.column): r for r in (train_cell(plan, *cell) for cell in plan.cells())} for plan in plans]

    def session(path: Path, variant: int) -> None:
        save_session(sessions[variant], path, {"name": str(variant)})

    def scenario(path: Path, variant: int) -> None:
        scenarios[variant].save(path)

    def table(path: Path, variant: int) -> None:
        from nnviz.model.files.write import write_atomically

        write_atomically(path, csv_text(plans[variant], results[variant]).encode())

    def in_place(path: Path, variant: int) -> None:
        # As much as the session has, in several writings, as a buffered file has it.
        with path.open("wb") as file:
            for _ in range(40):
                file.write(bytes([variant]) * 20_000)

    return [
        Kind(name, file, write, _one_of(folder, file, write))
        for name, file, write in (
            ("session", "a.nnviz", session),
            ("scenario", "a.json", scenario),
            ("map", "a.csv", table),
            (CONTROL, "a.bin", in_place),
        )
    ]


def _of_the_window(folder: Path) -> list[Kind]:
    from PyQt6.QtCore import QSettings
    from PyQt6.QtGui import QColor, QPixmap
    from PyQt6.QtWidgets import QApplication

    from nnviz.documents.pictures import save_picture
    from nnviz.documents.recent_files import RecentFiles
    from nnviz.documents.recovery_files import RecoveryFile
    from nnviz.model.scenario.file import find_scenario
    from nnviz.model.session.session import Session
    from nnviz.model.session_file.file import save_session

    kinds.application = QApplication.instance() or QApplication(["nnviz"])  # type: ignore[attr-defined]
    pictures = []
    for colour in ("red", "green", "blue"):
        picture = QPixmap(600, 400)
        picture.fill(QColor(colour))
        pictures.append(picture)
    sessions = [Session(find_scenario(name)) for name in ("xor", "circle", "spiral")]

    def image(path: Path, variant: int) -> None:
        save_picture(pictures[variant], path)

    def recent(path: Path, variant: int) -> None:
        settings = QSettings(str(path), QSettings.Format.IniFormat)
        settings.setValue("layout", bytes([65 + variant]) * 5000)
        RecentFiles(settings).add(Path(f"/of/{variant}.nnviz"))
        settings.sync()

    def recovery(path: Path, variant: int) -> None:
        RecoveryFile(path.parent).write(lambda own: save_session(sessions[variant], path))

    def settings_whole(path: Path) -> bool:
        settings = QSettings(str(path), QSettings.Format.IniFormat)
        layout = settings.value("layout")
        files = RecentFiles(settings).files
        return len(bytes(layout)) == 5000 and len(set(bytes(layout))) == 1 and 1 <= len(files) <= VARIANTS

    return [
        Kind("picture", "a.png", image, _one_of(folder, "a.png", image)),
        Kind("settings, recent", "nnviz.ini", recent, settings_whole),
        Kind("recovery", "recovery-1-1.nnviz", recovery, _one_of(folder, "recovery-1-1.nnviz", recovery)),
    ]


def tried(kind: Kind, folder: Path, kills: int, chance: random.Random) -> Outcome:
    """Kill a writer of a kind again and again, and count what it has torn or left behind."""
    place = folder / kind.name.replace(", ", "-").replace(" ", "-")
    place.mkdir()
    path = place / kind.file
    kind.write(path, 0)
    kind.write(path, 1)
    expected = {entry.name for entry in place.iterdir()}
    torn, begun = 0, perf_counter()
    for _ in range(kills):
        _kill_while_it_writes(kind, path, chance.uniform(0, LONGEST))
        try:
            whole = kind.is_whole(path)
        except Exception as error:  # noqa: BLE001 - whatever a torn file makes of its reader
            print(f"{kind.name}: {error!r}", file=sys.stderr)
            whole = False
        torn += not whole
    kind.write(path, 0)
    _tidy(kind, path)
    left = {entry.name for entry in place.iterdir() if not entry.name.endswith(".lock")} - expected
    return Outcome(kind.name, kills, torn, len(left), perf_counter() - begun)


def _tidy(kind: Kind, path: Path) -> None:
    """Do for the settings what a start of nnviz does for them; other files are tidied by the next writing."""
    if kind.file.endswith(".ini"):
        from nnviz.app.preferences import remove_leftovers_of

        remove_leftovers_of(path)


def _kill_while_it_writes(kind: Kind, path: Path, seconds: float) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.write(writing, b"x")
            variant = 0
            while True:
                variant = (variant + 1) % VARIANTS
                kind.write(path, variant)
        finally:
            os._exit(1)  # what is written ends by being killed
    os.close(writing)
    try:
        assert select.select([reading], [], [], 60)[0], "the writer does not begin"
        sleep(seconds)
        os.kill(child, signal.SIGKILL)
    finally:
        os.close(reading)
        status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status), f"the writer of {kind.name} failed by itself"


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=500, metavar="N", help="of each kind (500)")
    parser.add_argument("--kind", action="append", help="only this kind; may be given several times")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    chosen = parser.parse_args()
    ok = True
    print(f"{'kind':18} {'tried':>6} {'torn':>6} {'left':>6} {'seconds':>8}")
    with tempfile.TemporaryDirectory(prefix="nnviz-kills-") as name:
        found = kinds(Path(name))
        for kind in [found[each] for each in chosen.kind or found]:
            outcome = tried(kind, Path(name), chosen.kills, random.Random(chosen.seed))
            print(f"{outcome[0]:18} {outcome[1]:6} {outcome[2]:6} {outcome[3]:6} {outcome[4]:8.1f}", flush=True)
            if kind.name == CONTROL:
                ok &= outcome.torn > 0
            else:
                ok &= outcome.torn == outcome.left == 0
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
