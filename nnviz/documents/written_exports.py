"""What is written for other programs: which kinds there are, and which one a file's ending means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.files.write import write_atomically
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ASKED: Final = QT_TRANSLATE_NOOP("model", "to export {name}")
SAVING: Final = QT_TRANSLATE_NOOP("model", "to save the export")

SUFFIXES: Final = {
    "numpy": (".py",),
    "torch": (".py",),
    "notebook": (".ipynb",),
    "receipt": (".md", ".tex", ".html", ".json"),
    "losses": (".csv",),
    "batch-losses": (".csv",),
    "predictions": (".csv",),
    "confusion": (".csv",),
    "arrays": (".npz",),
    "scenario": (".json",),
}
"""Kind → endings of its files. The first kind with an ending is meant where none is named."""

KINDS: Final = tuple(SUFFIXES)

SCRIPTS: Final = ("numpy", "torch", "notebook")
"""Kinds that are of a scenario from its start; the others are of a moment of a run."""

Write = Callable[[Path], None]


@dataclass(frozen=True)
class ExportRequest:
    """What is asked for.

    Attributes
    ----------
    kind
        One of `KINDS`; by the ending of the file when None.
    updates
        How many updates a script runs; the usual number when None.
    sample
        Of a receipt: a sample, from 1.
    cell
        Of a receipt: a cell that is written out, ``dW1[2,1]``, from 1.
    is_exact
        Whether a receipt has all digits.
    language
        Of headings and words.
    """

    kind: str | None = None
    updates: int | None = None
    sample: int | None = None
    cell: str | None = None
    is_exact: bool = False
    language: str = "en"


def kind_of(request: ExportRequest, path: Path) -> str:
    """Return what is asked for, or what a file's ending means.

    Raises
    ------
    ModelError
        If the ending is not one of the kind's, or of no kind.
    """
    kind = request.kind or next((name for name, endings in SUFFIXES.items() if path.suffix in endings), "")
    if path.suffix not in SUFFIXES.get(kind, ()):
        endings = SUFFIXES[kind] if kind else tuple(dict.fromkeys(chain.from_iterable(SUFFIXES.values())))
        raise ModelError(filled(ASKED, name=path.name), "", path.suffix or path.name, ", ".join(endings))
    return kind


def written(snapshot: Snapshot, request: ExportRequest, path: Path) -> Write:
    """Return what writes an export of a moment; a script is of its scenario, from the start.

    Raises
    ------
    ModelError
        If the file's ending is not one of the kind's, or the scenario cannot be written so.
    """
    kind = kind_of(request, path)
    if kind in SCRIPTS:
        return _script(snapshot.scenario, kind, request, path)
    if kind == "receipt":
        return partial(_write, _receipt(snapshot, request, path.suffix).encode())
    if kind == "scenario":
        return partial(_save, trained_scenario(snapshot))
    return partial(_write, _table(snapshot, kind))


def _script(scenario: Scenario, kind: str, request: ExportRequest, path: Path) -> Write:
    from nnviz.model.scripts.notebook import notebook
    from nnviz.model.scripts.numpy_script import UPDATES, numpy_script
    from nnviz.model.scripts.torch_script import torch_script

    updates, file = UPDATES if request.updates is None else request.updates, path.with_suffix(".npz").name
    if kind == "notebook":
        return notebook(scenario, updates, file, request.language).save
    return (torch_script if kind == "torch" else numpy_script)(scenario, updates, file).save


def _receipt(snapshot: Snapshot, request: ExportRequest, suffix: str) -> str:
    from nnviz.model.receipt.formats import receipt_text
    from nnviz.model.receipt.receipt import receipt_of

    sample = None if request.sample is None else request.sample - 1
    cell = None if request.cell is None else _cell(request.cell)
    receipt = receipt_of(snapshot, language=request.language, sample=sample, cell=cell)
    return receipt_text(receipt, suffix, language=request.language, is_exact=request.is_exact)


def _cell(text: str) -> tuple[str, tuple[int, int]]:
    found = re.fullmatch(r"\s*(\w+)\s*\[\s*(\d+)\s*,\s*(\d+)\s*\]\s*", text)
    if found is None or not int(found[2]) or not int(found[3]):
        asked = QT_TRANSLATE_NOOP("model", "a cell")
        raise ModelError(asked, "", text, QT_TRANSLATE_NOOP("model", "a symbol, row and column from 1: dW1[2,1]"))
    return found[1], (int(found[2]) - 1, int(found[3]) - 1)


def _table(snapshot: Snapshot, kind: str) -> bytes:
    from nnviz.model.tables.arrays import arrays_npz
    from nnviz.model.tables.loss_curve import batches_csv, evaluations_csv
    from nnviz.model.tables.predictions import confusion_csv, predictions_csv

    if kind == "arrays":
        return arrays_npz(snapshot)
    if kind in ("losses", "batch-losses"):
        return (evaluations_csv if kind == "losses" else batches_csv)(snapshot.curve).encode()
    return (predictions_csv if kind == "predictions" else confusion_csv)(snapshot).encode()


def _save(scenario: Scenario, path: Path) -> None:
    scenario.save(path)


def _write(content: bytes, path: Path) -> None:
    write_atomically(path, content, SAVING)


def trained_scenario(snapshot: Snapshot) -> Scenario:
    """Return the scenario with the present parameters as its initial ones."""
    values = {name: tuple(map(tuple, snapshot.values[name].tolist())) for name in snapshot.program.parameters}
    return replace(snapshot.scenario, initial=InitialSpec(values=values))
