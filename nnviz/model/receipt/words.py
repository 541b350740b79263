"""The words of a receipt, in the languages of nnviz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nnviz.model.receipt.receipt import Receipt


@dataclass(frozen=True)
class Words:
    """Headings and sentences in a language.

    Attributes
    ----------
    title, of_samples, of_sample
        Sentences with places for numbers.
    given, cell, too_many
        Headings, and what stands where an array has too many numbers.
    stages
        Stage of an update → heading.
    """

    title: str
    of_samples: str
    of_sample: str
    given: str
    cell: str
    too_many: str
    stages: Mapping[str, str]

    def heading(self, receipt: Receipt) -> str:
        """Return the heading of all."""
        return self.title.format(title=receipt.title, update=receipt.update, epoch=receipt.epoch)

    def samples(self, receipt: Receipt) -> str:
        """Return which samples the batch has, and of which one the numbers are."""
        shown = ", ".join(map(str, receipt.samples[:20])) + (" …" if len(receipt.samples) > 20 else "")
        text = self.of_samples.format(samples=shown)
        return text if receipt.sample is None else f"{text} {self.of_sample.format(sample=receipt.sample)}"


WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            title="{title}: update {update}, epoch {epoch}",
            of_samples="Samples of the batch: {samples}.",
            of_sample="Columns of sample {sample} alone are written.",
            given="Before the update",
            cell="One cell",
            too_many="too many numbers to write out",
            stages={"forward": "Forward", "loss": "Loss", "backward": "Backward", "update": "Update"}
            | {"candidate": "Candidate"},
        ),
        "zh_CN": Words(
            title="{title}：第 {update} 次更新，第 {epoch} 轮",
            of_samples="该批次的样本：{samples}。",
            of_sample="只写出样本 {sample} 的列。",
            given="更新之前",
            cell="一个单元格",
            too_many="数字太多，没有写出",
            stages={
                "forward": "前向传播",
                "loss": "损失",
                "backward": "反向传播",
                "update": "更新",
                "candidate": "候选",
            },
        ),
    }
)


def words_in(language: str) -> Words:
    """Return the words of a language; English where there are none."""
    return WORDS.get(language, WORDS["en"])
