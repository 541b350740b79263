"""The files of nnviz.model whose tests run every line and every branch, and must go on doing so.

    python tests/coverage_table.py build/coverage.json           name each file of the table that has dropped
    python tests/coverage_table.py build/coverage.json --write   replace the table by what was measured

The report is that of `coverage json`; `.ci/run` makes one. The table is `tests/fully_covered.txt`. A file that has been
moved, renamed or split fails the check until the table is written again, so that none leaves the table unnoticed.
"""

import json
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("fully_covered.txt")


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
    return 1 if gone or dropped else 0


def is_full(summary: dict[str, float]) -> bool:
    """Return whether no line and no branch is missing."""
    return not summary["missing_lines"] and not summary.get("missing_branches", 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
