"""A short form of `tests/soak/kills.py`: a process that is killed while it writes tears no file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "soak" / "kills.py"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no SIGKILL on Windows")
def test_that_no_kind_of_file_is_torn_by_a_kill_and_that_this_would_be_seen() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--kills", "10"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = {line[:18].strip(): line[18:].split() for line in done.stdout.splitlines()[1:]}
    assert set(rows) == {"session", "scenario", "map", "in place", "picture", "settings, recent", "recovery"}
    torn = {kind: int(row[1]) for kind, row in rows.items()}
    assert torn.pop("in place") > 0
    assert set(torn.values()) == {0}
