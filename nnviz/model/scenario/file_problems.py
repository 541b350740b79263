"""What pydantic finds wrong with a file, in our own words: field, what was found, what is accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from nnviz.model.limits import Le, Longest, limit_at
from nnviz.model.scenario.validation import Problem, length_problem, with_reason
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_ACCEPTED = {
    "missing": QT_TRANSLATE_NOOP("model", "a value: the field is needed"),
    "int_type": QT_TRANSLATE_NOOP("model", "a whole number"),
    "int_from_float": QT_TRANSLATE_NOOP("model", "a whole number"),
    "float_type": QT_TRANSLATE_NOOP("model", "a number"),
    "finite_number": QT_TRANSLATE_NOOP("model", "a finite number"),
    "string_type": QT_TRANSLATE_NOOP("model", "text"),
    "bool_type": QT_TRANSLATE_NOOP("model", "true or false"),
    "tuple_type": QT_TRANSLATE_NOOP("model", "a list"),
    "dict_type": QT_TRANSLATE_NOOP("model", "an object"),
    "mapping_type": QT_TRANSLATE_NOOP("model", "an object"),
    "dataclass_type": QT_TRANSLATE_NOOP("model", "an object"),
    "greater_than_equal": QT_TRANSLATE_NOOP("model", "{ge} or more"),
    "less_than_equal": QT_TRANSLATE_NOOP("model", "{le} or less"),
    "literal_error": "{expected}",
}

_SHOWN = 60
"""Characters of a wrong value that are shown, at most."""


def problems_of(error: ValidationError, document: type) -> tuple[Problem, ...]:
    """Return one problem for each field concerned.

    Parameters
    ----------
    error
        What pydantic found.
    document
        The dataclass that the file was read as.
    """
    problems: dict[str, Problem] = {}
    for entry in error.errors(include_url=False):
        # A field that accepts two types has an error for each, with the type at the end of its location.
        names = [part for part in entry["loc"] if part not in ("literal['full']", "constrained-int")]
        field = _path(names)
        limit = limit_at(document, names, Longest) if entry["type"] in ("too_long", "string_too_long") else None
        if limit is not None:
            problems[field] = length_problem(field, entry["input"], limit)
            continue
        accepted = _accepted(entry, names, document)
        if field in problems:
            either = QT_TRANSLATE_NOOP("model", "{one} or {other}")
            accepted = filled(either, one=problems[field].accepted, other=accepted)
        problems[field] = Problem(field, _found(entry), accepted)
    return tuple(problems.values())


def _path(names: list[int | str]) -> str:
    """Write the location of an error as Python does: ``layers[1].activation``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in names)
    return text.removeprefix(".") or "file"


def _found(entry: ErrorDetails) -> str:
    if entry["type"] == "missing":
        return QT_TRANSLATE_NOOP("model", "nothing")
    text = json.dumps(entry["input"], ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _accepted(entry: ErrorDetails, names: list[int | str], document: type) -> str:
    if entry["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        text = QT_TRANSLATE_NOOP("model", "no such field; there are {fields}")
        return filled(text, fields=", ".join(_fields_beside(names, document)))
    known = _ACCEPTED.get(entry["type"])
    accepted = entry["msg"] if known is None else filled(known, **entry.get("ctx", {}))
    greatest = limit_at(document, names, Le) if entry["type"] == "less_than_equal" else None
    return accepted if greatest is None else with_reason(accepted, greatest.why)


def _fields_beside(names: list[int | str], document: type) -> list[str]:
    """Return the fields of the part of the document in which the last of `names` is."""
    owner: Any = document
    for part in names[:-1]:
        if isinstance(part, str):
            owner = next(_dataclasses_in(get_type_hints(owner)[part]))
    # The document's own name is the file's.
    return [field.name for field in fields(owner) if (owner, field.name) != (document, "name")]


def _dataclasses_in(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _dataclasses_in(part)
