"""Checking a person's own backpropagation, line by line in the order of the program.

`check` runs functions in this process, `check_file` those of a file in a process of its own, with a time limit.
"""

from nnviz.model.codecheck.call_result import Failure, Misfit
from nnviz.model.codecheck.check_code import check, check_by, check_file
from nnviz.model.codecheck.line_report import LineReport
from nnviz.model.codecheck.notes import Note
from nnviz.model.codecheck.report import Report
from nnviz.model.codecheck.run_in_process import FileCaller

__all__ = ["Failure", "FileCaller", "LineReport", "Misfit", "Note", "Report", "check", "check_by", "check_file"]
