"""Names of branches of session files that older versions wrote, which had no limit for them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from nnviz.model.history.branches import NAME_MAX
from nnviz.model.session_file.schema import SavedBranch


def with_short_names(branches: list[SavedBranch]) -> tuple[list[SavedBranch], int]:
    """Shorten names that are too long, also where others name them as their parent.

    Returns
    -------
    list of SavedBranch
        The branches; no two that had different names have the same one.
    int
        How many of them have another name than before.
    """
    names = {branch.name for branch in branches}
    short: dict[str, str] = {}
    for branch in branches:
        if len(branch.name) > NAME_MAX and branch.name not in short:
            short[branch.name] = _free(branch.name, names)
            names.add(short[branch.name])
    if not short:
        return branches, 0
    renamed = [
        replace(
            branch,
            name=short.get(branch.name, branch.name),
            parent=None if branch.parent is None else short.get(branch.parent, branch.parent[:NAME_MAX]),
        )
        for branch in branches
    ]
    return renamed, len(short)


def _free(name: str, taken: set[str]) -> str:
    endings = (f"… {number}" if number > 1 else "…" for number in count(1))
    return next(made for ending in endings if (made := name[: NAME_MAX - len(ending)].rstrip() + ending) not in taken)
