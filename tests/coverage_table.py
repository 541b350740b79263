"""How much of nnviz.model the tests run: the files of which they run all, and must go on doing so, and two floors.

    python tests/coverage_table.py build/coverage.json           name each file of the table that has dropped
    python tests/coverage_table.py build/coverage.json --write   replace the table by what was measured

The report is that of `coverage json`; `.ci/run` makes one. The table is `tests/fully_covered.txt`. A file that has been
moved, renamed or split fails the check until the table is written again, so that none leaves the table unnoticed.

The floors are shares of lines and branches. That of the model is what it was before it was split into packages; what
records and judges a person's code has one of its own, as much of it is only run in the interpreter of that code, where
nothing is measured.
"""

import json
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("fully_covered.txt")

OWN_CODE = tuple(
    f"nnviz/model/{name}/" for name in ("recording", "recognition", "judgement", "recorded_run", "grading")
)
FLOORS = {"the model": 96.24, "recording and judging a person's code": 65.0}
"""Part of nnviz.model → per cent of its lines and branches that are run at least."""


def main(arguments: list[str]) -> int:
    """Check the table against a report, or write it; return the exit status."""
    report = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    measured = {name.replace("\\", "/"): file["summary"] for name, file in report["files"].items()}
    full = {name for name, summary in measured.items() if is_full(summary)}
    if "--write" in arguments:
        listed = sorted(name for name in full if measured[name]["num_statements"])
        TABLE.write_text("".join(f"{name}\n" for name in listed), encoding="utf-8")
        print(f"{len(listed)} of {len(measured)} files have every line and branch run")
        return 0
    table = TABLE.read_text(encoding="utf-8").split()
    gone = [name for name in table if name not in measured]
    dropped = [name for name in table if name in measured and name not in full]
    for name in gone:
        print(f"{name}: not there any more; after a move write the table again (--write)")
    for name in dropped:
        file = report["files"][name]
        branches = [f"{begin} to {end}" for begin, end in file.get("missing_branches", [])]
        print(f"{name}: not run are lines {file['missing_lines']}, branches {branches}")
    more = len({name for name in full if measured[name]["num_statements"]} - set(table))
    held = len(table) - len(gone) - len(dropped)
    print(f"{held} of the table's {len(table)} files have every line and branch run, and so have {more} others")
    below = falls_below(measured)
    return 1 if gone or dropped or below else 0


def falls_below(measured: dict[str, dict[str, float]]) -> bool:
    """Print each part's share; return whether one is below its floor."""
    parts = {
        "the model": [row for name, row in measured.items() if not name.startswith(OWN_CODE)],
        "recording and judging a person's code": [row for name, row in measured.items() if name.startswith(OWN_CODE)],
    }
    below = False
    for part, rows in parts.items():
        run = sum(row["covered_lines"] + row.get("covered_branches", 0) for row in rows)
        all_of_it = sum(row["num_statements"] + row.get("num_branches", 0) for row in rows)
        share = 100.0 * run / max(all_of_it, 1)
        below |= share < FLOORS[part]
        print(f"{part}: {share:.2f} % of lines and branches are run; the floor is {FLOORS[part]} %")
    return below


def is_full(summary: dict[str, float]) -> bool:
    """Return whether no line and no branch is missing."""
    return not summary["missing_lines"] and not summary.get("missing_branches", 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
