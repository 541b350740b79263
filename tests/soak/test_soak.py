"""A short form of each part of the soak; that of its kills is `tests/model/files/test_kills.py`."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("run.py")
PARTS = ("inputs", "actions", "kills", "updates")


@pytest.mark.slow
@pytest.mark.parametrize("part", ["--inputs=20", "--actions=8", "--updates=1000"])
def test_that_a_short_soak_finds_nothing(part: str, processes) -> None:
    none = [f"--{name}=0" for name in PARTS if not part.startswith(f"--{name}")]
    done = processes.run(sys.executable, str(RUN), part, *none, "--seed=1", timeout=600, stderr=subprocess.STDOUT)
    assert done.returncode == 0, done.stdout
    assert "tried" in done.stdout
