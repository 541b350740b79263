"""Marking many files, on all cores or a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from nnviz.model.errors import ModelError
from nnviz.model.grading.grade import Assignment, grade_file
from nnviz.model.grading.marks import StudentMarks
from nnviz.model.map.executors import ANSWER, connected, matrix_threads
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_ENDINGS: Final = (".py", ".ipynb")


def files_in(places: Sequence[Path]) -> list[Path]:
    """Return the students' files: those of folders in the order of their names, each once.

    Raises
    ------
    ModelError
        If a place is not there, or there is no file in any.
    """
    asked, accepted = (
        QT_TRANSLATE_NOOP("model", "to mark code"),
        QT_TRANSLATE_NOOP("model", "files .py or .ipynb, or a folder of them"),
    )
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found += sorted(
                path for path in place.iterdir() if path.suffix in _ENDINGS and not path.name.startswith(".")
            )
        elif place.is_file():
            found.append(place)
        else:
            raise ModelError(asked, str(place), QT_TRANSLATE_NOOP("model", "no such file"), accepted)
    if not found:
        raise ModelError(asked, ", ".join(map(str, places)), QT_TRANSLATE_NOOP("model", "no such file"), accepted)
    return list(dict.fromkeys(found))


def grade_files(
    paths: Sequence[Path], assignment: Assignment, jobs: int | None = None, cluster: str = ""
) -> Iterator[StudentMarks]:
    """Yield the marks of every file, in the order of the files.

    Parameters
    ----------
    paths, assignment
        The files, and what is asked.
    jobs
        How many processes; one for each core when None.
    cluster
        Address of a Dask scheduler, whose workers see the same files; empty for this computer.

    Raises
    ------
    ModelError
        If the points cannot be read, or no cluster answers there.
    """
    assignment.worth()
    if not cluster and (jobs == 1 or len(paths) == 1):
        yield from (grade_file(path, assignment) for path in paths)
        return
    from joblib import Parallel, delayed, parallel_config

    tasks = [delayed(grade_file)(path.resolve(), assignment) for path in paths]
    if cluster:
        client = connected(cluster)
        try:
            with parallel_config("dask", client=client, wait_for_workers_timeout=ANSWER):
                yield from Parallel(-1, return_as="generator")(tasks)
        finally:
            client.close()
    else:
        with parallel_config("loky", inner_max_num_threads=matrix_threads()):
            yield from Parallel(jobs or -1, return_as="generator")(tasks)
