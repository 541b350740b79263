"""Scenarios as links: what is read is what was written, in a few hundred characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

import nnviz
from nnviz.model.data import DataSpec
from nnviz.model.scenario.file import shipped_scenarios
from nnviz.model.scenario.link import LONGEST, link_of, scenario_of_link
from nnviz.model.scenario.scenario import Scenario


@pytest.mark.parametrize("name", shipped_scenarios())
def test_that_every_shipped_scenario_comes_back_without_its_text(name) -> None:
    scenario = Scenario.load(name)
    assert scenario_of_link(link_of(scenario)) == replace(scenario, text={}, name="")


@pytest.mark.parametrize("name", ["xor", "spiral", "planar-flower", "mazur", "three-class-spiral"])
def test_that_a_link_is_short(name) -> None:
    assert len(link_of(Scenario.load(name))) <= 500


def test_that_scripts_read_either_kind_of_link() -> None:
    scenario = Scenario.load("xor")
    assert Scenario.from_link(link_of(scenario)).layers == scenario.layers
    assert Scenario.from_link("https://playground.tensorflow.org/#dataset=spiral").data.kind == "playground-spiral"


def test_that_a_message_may_have_broken_the_line() -> None:
    link = link_of(Scenario.load("xor"))
    assert scenario_of_link(f" <{link[:40]}\r\n  {link[40:]}>\n").loss == "binary-cross-entropy"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda link: link[:-5], "damaged or cut off"),
        (lambda link: link[:30] + ("A" if link[30] != "A" else "B") + link[31:], "damaged or cut off"),
        (lambda link: link + "!", "damaged or cut off"),
        (lambda link: "nnviz:9" + link[7:], "form 9"),
        (lambda link: "nnviz:", r"form \?"),
        (lambda link: "https://example.org", "nnviz:…"),
    ],
)
def test_that_a_damaged_link_is_refused_in_words(damage, words) -> None:
    with pytest.raises(nnviz.ModelError, match=words):
        scenario_of_link(damage(link_of(Scenario.load("xor"))))


def test_that_what_is_too_long_or_in_a_file_is_refused() -> None:
    long = DataSpec("explicit", inputs=tuple((0.1234567 * n, 1.7654321 * n) for n in range(3000)), labels=(0, 1) * 1500)
    with pytest.raises(nnviz.ModelError, match=f"at most {LONGEST}"):
        link_of(replace(Scenario.load("xor"), data=long))
    with pytest.raises(nnviz.ModelError, match="file"):
        link_of(replace(Scenario.load("xor"), data=DataSpec("file")))
