"""A judgement as the JSON object of ``nnviz debug --json``."""

from __future__ import annotations

import json
import math
from typing import Any

from nnviz.model.judgement.judgement import Difference, FoundNetwork, JudgedLine, Judgement, RaisedError


def as_json(judgement: Judgement) -> str:
    """Return a judgement as one JSON object."""
    return json.dumps(as_dict(judgement), ensure_ascii=False, allow_nan=False)


def as_dict(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as plain lists, numbers and text."""
    return {
        "ok": judgement.ok,
        "raised": None if judgement.raised is None else _raised(judgement.raised),
        "network": None if judgement.network is None else _network(judgement.network),
        "first_difference": None if judgement.first_difference is None else _difference(judgement.first_difference),
        "lines": [_line(line) for line in judgement.lines],
        "notes": [judgement.sentence, *judgement.notes, *(advice.text for advice in judgement.advice)],
        "updates_recorded": judgement.updates_recorded,
        "seconds": round(judgement.seconds, 3),
    }


def _raised(raised: RaisedError) -> dict[str, Any]:
    return {
        "file": raised.file,
        "cell": raised.cell,
        "line": raised.line,
        "type": raised.type,
        "message": raised.message,
        "operands": [{"text": text, "shape": list(shape), "dtype": dtype} for text, shape, dtype in raised.operands],
    }


def _network(network: FoundNetwork) -> dict[str, Any]:
    rate = network.learning_rate
    return {
        "sizes": list(network.sizes),
        "activations": list(network.activations),
        "loss": network.loss,
        "scaling": network.scaling,
        "samples_are": network.samples_are,
        "batch": network.batch,
        "learning_rate": rate if rate is not None and math.isfinite(rate) else None,
    }


def _difference(found: Difference) -> dict[str, Any]:
    return {
        "file": found.file,
        "cell": found.cell,
        "line": found.line,
        "source": found.source,
        "symbol": found.symbol or None,
        "names": list(found.names),
        "mistakes": list(found.mistakes),
        "text": found.text,
    }


def _line(line: JudgedLine) -> dict[str, Any]:
    return {
        "line": line.line,
        "source": line.source,
        "symbol": line.symbol,
        "verdict": line.verdict,
        "names": list(line.names),
    }
