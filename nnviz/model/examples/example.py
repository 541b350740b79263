"""A published example: where it was published, its figures, and its errata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, ClassVar, Literal

from annotated_types import MinLen

from nnviz.model.examples.figure import Figure
from nnviz.model.program.program import Program
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.schedule_spec import STRICT
from nnviz.model.session.session import Session


@dataclass(frozen=True)
class Erratum:
    """Figures that the right program does not compute, and why.

    Attributes
    ----------
    labels
        Labels of the figures concerned.
    text
        The explanation, by language.
    is_reproduced
        Whether the example's mistake computes these figures.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    labels: tuple[str, ...]
    text: Mapping[str, str]
    is_reproduced: bool = True


@dataclass(frozen=True)
class Example:
    """A published worked example.

    Attributes
    ----------
    author
        Who published it, by language.
    source
        Its title, in the author's language.
    text
        What it is, and where its figures come from, by language.
    figures
        What the author printed, in the author's order; their labels differ.
    address
        Where it can be read; empty if it is not on the web.
    year
        When it was published; None when that is not known.
    mistake
        The mistake of the catalogue that explains the figures that the right program does not compute; empty without
        one.
    errata
        What is wrong with the publication.
    labels
        Language → label of a figure → its translation, for labels that contain words.
    name
        The file's name without its ending, and the scenario's; not part of the file.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    author: Mapping[str, str]
    source: str
    text: Mapping[str, str]
    figures: Annotated[tuple[Figure, ...], MinLen(1)]
    address: str = ""
    year: int | None = None
    mistake: str = ""
    errata: tuple[Erratum, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    format: Literal[1] = 1
    name: str = ""

    def scenario(self, *, mistaken: bool = False) -> Scenario:
        """Return the scenario: right, or with the author's mistake.

        Raises
        ------
        ScenarioError
            If the scenario's file cannot be run.
        """
        return _with(_scenario(self.name), self.mistake if mistaken else "")

    def program(self, *, mistaken: bool = False) -> Program:
        """Return the lines of one update."""
        return _program(self.name, self.mistake if mistaken else "")

    def label_in(self, label: str, language: str) -> str:
        """Write a figure's label in a language."""
        return self.labels.get(language, {}).get(label, label)

    def erratum_of(self, label: str) -> Erratum | None:
        """Return the erratum about a figure; None without one."""
        return next((erratum for erratum in self.errata if label in erratum.labels), None)


# A shipped file is read once: panels need it repeatedly.


@cache
def _scenario(name: str) -> Scenario:
    return find_scenario(name)


@cache
def _program(name: str, mistake: str) -> Program:
    return Session(_with(_scenario(name), mistake)).program


def _with(right: Scenario, mistake: str) -> Scenario:
    return replace(right, mistakes=(*right.mistakes, mistake)) if mistake else right


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return a text of an example in a language, or in English where there is none."""
    return texts.get(language, texts["en"])
