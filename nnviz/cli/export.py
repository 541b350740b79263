"""``nnviz export``: a scenario or a session as a script, a notebook, a receipt, tables or arrays."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from nnviz.cli.arguments import START_HELP, add_data_arguments, count_from_zero, data_choices
from nnviz.cli.model_arguments import add_model_arguments, model_options
from nnviz.documents.written_exports import KINDS, SCRIPTS, ExportRequest, kind_of, written

_EXAMPLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "numpy": "a script that trains with numpy alone (.py)",
        "torch": "a script for PyTorch (.py)",
        "notebook": "the numpy script in cells (.ipynb)",
        "receipt": "the last update with every number (.md, .tex, .html, .json)",
        "losses": "the loss curve (.csv)",
        "batch-losses": "the loss of each update's batch (.csv)",
        "predictions": "the network's answer for every sample (.csv)",
        "confusion": "how often each class is taken for each (.csv)",
        "arrays": "all weights, gradients and activations (.npz)",
        "scenario": "the settings, with the trained weights as initial ones (.json)",
    }
)


def add_export(commands: Any) -> None:
    """Add the command to the sub-parsers of a command line."""
    kinds = "\n".join(f"  {name:13} {text}" for name, text in _EXAMPLES.items())
    parser = commands.add_parser(
        "export",
        help="write a script, a notebook, a receipt of an update, tables or arrays",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Write what a scenario is, or what it has computed, for other programs.\n\nkinds:\n" + kinds,
    )
    parser.add_argument("scenario", help=START_HELP)
    parser.add_argument("--as", dest="kind", choices=KINDS, help="what is written; by the ending of the file if absent")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it")
    parser.add_argument(
        "--updates",
        type=count_from_zero,
        metavar="N",
        help="how many updates a script runs (100 if absent), or are run before anything else is written (1 if absent)",
    )
    parser.add_argument("--sample", type=count_from_zero, metavar="N", help="a receipt of this sample alone, from 1")
    parser.add_argument("--cell", metavar="SYMBOL[ROW,COLUMN]", help="a receipt with this cell written out, from 1")
    parser.add_argument("--exact", action="store_true", help="a receipt with all digits")
    parser.add_argument("--language", default="en", choices=("en", "zh_CN"), help="of headings and words")
    add_data_arguments(parser)
    add_model_arguments(parser)
    parser.set_defaults(run=_export)


def _export(chosen: argparse.Namespace) -> int:
    from nnviz.documents.open_any import find_document

    request = ExportRequest(
        kind=chosen.kind,
        updates=chosen.updates,
        sample=chosen.sample,
        cell=chosen.cell,
        is_exact=chosen.exact,
        language=chosen.language,
    )
    found = find_document(chosen.scenario, data_choices(chosen), model_options(chosen))
    for notice in found.notices:
        print(f"nnviz: {notice}", file=sys.stderr)
    session = found.session
    kind = kind_of(request, chosen.out)
    if kind not in SCRIPTS and (chosen.updates is not None or not session.position.line):
        session.step_update(1 if chosen.updates is None else chosen.updates)
    written(session.snapshot(), request, chosen.out)(chosen.out)
    return 0
