"""``nnviz grade``: marks for the code of a whole class, line by line, with reasons."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from nnviz.app.display import command
from nnviz.cli.arguments import time_limit, whole_from_one

_DESCRIPTION = """\
Marks one file a student: functions backprop(X, Y, weights, biases), as `check` does, and whole scripts, as `debug`
does. Each line is right if it is right for what it was given, so a mistake costs its own line alone. A line that did
not come back earns its points where what is made of it is right. Files run with your rights, in processes of their
own.

The exit status is 0 if everything required came back and is right for every student, 1 if not, 2 if the command line
is wrong."""

WRITING = "to write marks"


def add_grade(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "grade",
        prog=f"{command()} grade",
        help="mark the code of a class, line by line",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FOLDER|FILE", help="one file a student (.py, .ipynb)")
    parser.add_argument("--scenario", default="xor", help="whose network, loss and data to use: a name or a file (xor)")
    parser.add_argument(
        "--points", default="", metavar="LIST", help="as in 'delta2=2,dW1=1'; one for each line if absent"
    )
    parser.add_argument("--require", default="", metavar="LIST", help="what must come back: all gradients if absent")
    parser.add_argument("--convention", choices=("columns", "rows"), help="what samples are; found out by default")
    parser.add_argument("--seconds", type=time_limit, default=4.0, metavar="S", help="stop a student's code after (4)")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="where to write the marks, one row a student")
    parser.add_argument("--junit", type=Path, metavar="FILE.xml", help="write them as JUnit XML as well")
    parser.add_argument("--feedback", type=Path, metavar="FOLDER", help="write a file for each student")
    parser.add_argument("--jobs", type=whole_from_one, metavar="N", help="how many processes (one for each core)")
    parser.add_argument("--cluster", default="", metavar="ADDRESS", help="on a Dask cluster: tcp://host:8786")
    parser.set_defaults(run=_grade)


def _grade(chosen: argparse.Namespace) -> int:
    from nnviz.model.files.write import check_writable, write_atomically
    from nnviz.model.grading.grade import Assignment
    from nnviz.model.grading.run import files_in, grade_files
    from nnviz.model.grading.written import csv_text, feedback_text, junit_text, summary_text
    from nnviz.model.scenario.file import find_scenario

    paths = files_in(chosen.files)
    scenario = find_scenario(chosen.scenario)
    assignment = Assignment(scenario, chosen.points, chosen.require, chosen.seconds, chosen.convention)
    for path in (chosen.out, chosen.junit):
        if path is not None:
            check_writable(path, WRITING)
    if chosen.feedback is not None:
        chosen.feedback.mkdir(parents=True, exist_ok=True)
    every = []
    for one in grade_files(paths, assignment, chosen.jobs, chosen.cluster):
        every.append(one)
        if sys.stderr.isatty():
            print(f"\r{len(every)} of {len(paths)} files", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    for path, text in ((chosen.out, csv_text), (chosen.junit, junit_text)):
        if path is not None:
            write_atomically(path, text(every).encode(), WRITING)
    if chosen.feedback is not None:
        for one in every:
            write_atomically(chosen.feedback / f"{one.student}.md", feedback_text(one).encode(), WRITING)
    print(summary_text(every))
    return 0 if all(every) else 1
