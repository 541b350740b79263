"""Checking a person's own backpropagation, line by line in the order of the program.

`check` runs a function in this process, `check_file` the one of a file in a process of its own, with a time limit.
"""

from nnviz.model.codecheck.checking import check, check_file
from nnviz.model.codecheck.report import LineReport, Report

__all__ = ["LineReport", "Report", "check", "check_file"]
