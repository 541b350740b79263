"""Tests that are slow by nothing but their time, from a run of the others: `tests/slow.txt`.

    .venv/bin/pytest -m "not slow" -n auto --junitxml=build/quick.xml
    python tests/slow_table.py build/quick.xml           name what has become slow
    python tests/slow_table.py build/quick.xml --write   add it to the table

`tests/conftest.py` marks what the table names; what opens a window, starts a process or compiles has the marker itself.
To measure all again, empty the table first, on a machine that does nothing else.
"""

import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from xml.etree import ElementTree

TABLE = Path(__file__).with_name("slow.txt")
LIMIT = 0.06
"""Seconds that a case of a quick test takes at most, on the average of its cases."""


def main(arguments: list[str]) -> int:
    """Print the tests of a run that are not quick, or add them to the table; return the exit status."""
    times: dict[str, list[float]] = defaultdict(list)
    for case in ElementTree.parse(arguments[0]).iter("testcase"):
        times[name_of(case.attrib["classname"], case.attrib["name"])].append(float(case.attrib["time"]))
    took = {name: fmean(seconds) for name, seconds in times.items()}
    slow = {name for name, seconds in took.items() if seconds >= LIMIT}
    if "--write" in arguments:
        TABLE.write_text("".join(f"{name}\n" for name in sorted(slow | table())), encoding="utf-8")
    for name in sorted(slow, key=took.__getitem__, reverse=True):
        print(f"{took[name]:6.2f} s  {name}")
    return 0


def name_of(place: str, name: str) -> str:
    """Return how pytest names a test, without its parameters, from its entry in the report."""
    parts = place.split(".")
    end = next(number for number, part in enumerate(parts, start=1) if part.startswith("test_"))
    return "::".join(["/".join(parts[:end]) + ".py", *parts[end:], name.partition("[")[0]])


def table() -> set[str]:
    """Return the tests that the table names."""
    return set(TABLE.read_text(encoding="utf-8").split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
