"""Whatever a person's code does, the recording ends, says how, and leaves no process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.model.errors import ModelError
from nnviz.model.recording.record import record
from tests.model.recording.recorded import bound, recorded

pytestmark = pytest.mark.slow

SCRIPTS = Path(__file__).parent / "scripts"


def test_code_prints_the_same_whether_it_is_recorded_or_not():
    path = SCRIPTS / "language.py"
    plain = subprocess.run([sys.executable, path.name], cwd=SCRIPTS, capture_output=True, text=True, check=True)
    recording = record(path, updates=10**9)
    assert recording.outcome.kind == "finished", recording.raised
    assert recording.printed == plain.stdout + plain.stderr


@pytest.mark.parametrize(
    ("source", "kind", "message"),
    [
        ("x = 1.5\n", "finished", ""),
        ("while True: pass\n", "time", ""),
        ("import time\ntime.sleep(60)\n", "time", ""),
        ("import sys\nsys.exit('no data')\n", "exit", "no data"),
        ("import os\nos._exit(3)\n", "exit", "3"),
        ("n = float(input('rate? '))\n", "input", "rate? "),
    ],
)
def test_the_outcome_says_how_the_run_ended(source: str, kind: str, message: str):
    outcome = recorded(source, seconds=1.0).outcome
    assert (outcome.kind, outcome.message) == (kind, message)


def test_what_was_recorded_before_the_time_was_over_is_kept():
    recording = recorded("a = 1.5\nb = a * 2\nimport time\ntime.sleep(60)\n", seconds=1.0)
    assert bound(recording, "b")[0].value is not None


def test_processes_that_have_left_the_group_end_too(tmp_path: Path):
    # A daemon holds a lock on a file as long as it lives.
    source = f"""\
import fcntl, os, time
held = open({str(tmp_path / "held")!r}, "w")
fcntl.flock(held, fcntl.LOCK_EX)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(60)
    os._exit(0)
held.close()
"""
    fcntl = pytest.importorskip("fcntl")
    assert recorded(source).outcome.kind == "finished"
    with (tmp_path / "held").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # waits for the system to end what was killed, and no longer


def test_too_much_memory_ends_the_run():
    source = "import numpy as np\nkept = []\nwhile True:\n    kept.append(np.ones(500_000))\n"
    assert recorded(source, memory=300 * 2**20).outcome.kind == "memory"


def test_of_endless_printing_the_head_is_kept_and_the_rest_counted():
    recording = recorded("for i in range(3000):\n    print(i, 'x' * 1000)\n")
    assert recording.printed.startswith("0 xxx")
    assert len(recording.printed) == 20_000
    assert [note.kind for note in recording.notes] == ["printed"]


def test_a_crash_of_python_is_told_with_its_line():
    recording = recorded("import ctypes\nctypes.string_at(0)\n")
    assert recording.outcome.kind == "crash"
    assert recording.raised is not None
    assert recording.raised.line == 2


def test_plots_are_swallowed_where_the_library_is_missing(monkeypatch: pytest.MonkeyPatch):
    source = """\
import sys
sys.meta_path = [one for one in sys.meta_path if "nnviz" in type(one).__module__]
sys.modules = dict(sys.modules)
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1, 2])
plt.show()
done = 1.0
"""
    recording = recorded(source)
    assert bound(recording, "done")
    assert ("plots", ("matplotlib",)) in [(note.kind, note.details) for note in recording.notes]


def test_the_code_sees_what_it_would_see_under_python(tmp_path: Path):
    path = tmp_path / "mine.py"
    path.write_text("import os, sys\nprint(__name__, __file__, sys.argv, os.getcwd(), sys.path[0])\n", encoding="utf-8")
    assert record(path).printed.split() == [
        "__main__",
        str(path),
        "['mine.py']",
        str(tmp_path),
        str(tmp_path),
    ]


def test_modules_beside_the_file_are_recorded_and_installed_ones_are_not(tmp_path: Path):
    (tmp_path / "layers.py").write_text(
        "import numpy as np\ndef act(z):\n    return np.tanh(z) * 2\n", encoding="utf-8"
    )
    (tmp_path / "mine.py").write_text("from layers import act\nimport json\na = act(0.5)\n", encoding="utf-8")
    recording = record(tmp_path / "mine.py")
    assert [file.path for file in recording.files] == ["mine.py", "layers.py"]
    product = next(e for e in recording.events if recording.places[e.place].text == "np.tanh(z) * 2")
    assert recording.places[product.place].file == 1


def test_a_text_runs_in_place_of_the_file(tmp_path: Path):
    path = tmp_path / "mine.py"
    path.write_text("a = 1.0\n", encoding="utf-8")
    recording = record(path, source="a = 2.0\nprint(__file__)\n")
    assert recording.printed.strip() == str(path)
    assert recording.files[0].text.startswith("a = 2.0")


def test_warnings_are_said_of_the_persons_line():
    recording = recorded("import numpy as np\na = np.exp(np.array([1e4]))\n")
    assert "mine.py:2: RuntimeWarning" in recording.printed
    assert "recording" not in recording.printed


def test_a_cancelled_run_ends():
    assert recorded("while True: pass\n", cancelled=lambda: True).outcome.kind == "cancelled"


@pytest.mark.parametrize("asked", [{"path": "/no/such.py"}, {"path": __file__, "python": "/no/such/python"}])
def test_what_cannot_be_run_is_refused_in_words(asked: dict[str, str]):
    with pytest.raises(ModelError, match="no such file"):
        record(**asked)
