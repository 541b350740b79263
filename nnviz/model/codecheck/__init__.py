"""Checking a person's own backpropagation, line by line in the order of the program.

`check` runs functions in this process, `check_file` runs those of a file in a separate process with a time limit.

    check_code          the entry points: call the functions in every argument layout, report on the best
    trial_updates       the updates that the functions are tried on: the scenario's, and random networks'
    argument_layouts    how arrays are passed: samples as columns or rows, weights either way round, …
    call_function       calling the functions in this process
    kept_state          what they remember between calls
    run_in_process      calling those of a file in a separate process
    child_process       what runs in that process
    process_files       the files through which the two processes exchange arrays
    call_result         what one call returned, or how it failed
    returned_values     reading what a function returned
    error_diagnosis     where the person's code failed, on which shapes, and which names it never defines
    fitting_products    the products of two operands that would have worked
    term_magnitudes     how large the terms of a line are, for what its rounding is
    trial_values        what was returned on a trial, and on which occasion
    line_verdicts       each value against what the program makes of the person's own values before it
    array_comparison    one array against another: equal, transposed, a multiple, different
    accepted_values     other ways in which a value is right: δ with 1/m in it, ReLU′(0) = 1
    mistake_search      which mistakes of the catalogue give the person's numbers exactly
    line_reporter       the report on each line, from what was returned on all occasions
    build_report        from the results in one layout to the report
    judged_formulas     mistakes that only the judge of whole scripts knows
    own_line            the line of a person's file that computes a value, and that line as it should be
    located             the report beside that line
    report              the report, and how it is written as text, HTML and JSON
    line_report         the report's entry for one line
    notes               what else a check notices

No module here may be called ``check``: the package exports a function of that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.lazy_imports import names_of

if TYPE_CHECKING:
    from nnviz.model.codecheck.call_result import Failure, Misfit
    from nnviz.model.codecheck.check_code import check, check_by, check_file
    from nnviz.model.codecheck.line_report import LineReport
    from nnviz.model.codecheck.notes import CheckNote
    from nnviz.model.codecheck.report import Report
    from nnviz.model.codecheck.run_in_process import FileCaller

__all__ = ["CheckNote", "Failure", "FileCaller", "LineReport", "Misfit", "Report", "check", "check_by", "check_file"]

# The process that runs a person's code is of this package, and needs neither a session nor a program.
__getattr__ = names_of(
    __name__,
    {
        "call_result": ["Failure", "Misfit"],
        "check_code": ["check", "check_by", "check_file"],
        "line_report": ["LineReport"],
        "notes": ["CheckNote"],
        "report": ["Report"],
        "run_in_process": ["FileCaller"],
    },
)
