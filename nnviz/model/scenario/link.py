"""A scenario as a link: a text of some hundred characters that can be sent, and opened by ``nnviz "nnviz:…"``.

It holds the scenario's own JSON, compressed with a dictionary of what scenarios usually say; the description is left
out. A link never holds code, and names no file.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import replace
from typing import Final

from nnviz.model.data.spec import FILE
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import scenario_from_json
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

SCHEME: Final = "nnviz:"
LONGEST: Final = 4000
"""Most characters of a link: more of them are cut off by programs on the way, and no QR picture holds them."""

_VERSION: Final = "1"
_MOST_BYTES: Final = 4_000_000
"""Most bytes that a link may unpack to: it comes from anywhere."""

_READING: Final = QT_TRANSLATE_NOOP("model", "to open a link of nnviz")
_WRITING: Final = QT_TRANSLATE_NOOP("model", "to write a link")

# The commonest come last. It may never change: links of before would not be read any more.
_DICTIONARY: Final = (
    b'"zh_CN":"","feature_names":,"class_names":,"divided_by":"batch","on_biases":true,"hides_mistakes":true,'
    b'"mistakes":["","labels":{"train_biases":false,"derivatives":true,"reduction":"sum","settings":{"mu":0.9,"beta1":'
    b'"beta2":0.999,"epsilon":"schedule":{"kind":"exponential","counts":"update"'
    b'"penalty":{"kind":"l2","rate":0.0},"kind":"circle","kind":"spiral","kind":"gaussians","kind":"moons","noise":'
    b'"samples":"test_share":0.25,"scaling":"standardise","kind":"planar-flower","kind":"playground"'
    b'"targets":"zero-one","plus-minus-one","loss":"half-squared","squared","categorical-cross-entropy","softmax"'
    b'"relu"},{"units":8,"activation":"leaky-relu"},{"units":4,"bias":"none","learning_rate":0.01},"batch":{"size":32,'
    b'"order":"shuffled"},"kind":"momentum","kind":"adam","initial":{"values":{"W1":[[0.0,1.0],[-0.5]],"b1":[[0.0],[0.0]]'
    b',"W2":[["b2":[["W3":[["b3":[[0.1]]},"method":{"kind":"glorot","kind":"normal","kind":"he","scale":},'
    b'"convention":"rows","seed":1,"data":{"kind":"explicit","inputs":[[0.0,0.0],[0.0,1.0],[1.0,0.0],[1.0,1.0]],'
    b'"labels":[0,1,1,0],"targets":[[0.0],"n_classes":2},"optimiser":{"kind":"gradient-descent","learning_rate":0.5},'
    b'{"title":{"en":"XOR"},"data":{"kind":"xor"},"layers":[{"units":3,"activation":"tanh"},{"units":1,"activation":'
    b'"sigmoid"}],"loss":"binary-cross-entropy","format":1}'
)


def is_link(text: str) -> bool:
    """Return whether a text is meant to be a link of nnviz."""
    return text.strip().lower().startswith(SCHEME)


def link_of(scenario: Scenario) -> str:
    """Return the link of a scenario, without its description.

    Raises
    ------
    ModelError
        If its samples are in a file, or the link would be too long.
    """
    if scenario.data.kind == FILE:
        found = QT_TRANSLATE_NOOP("model", "samples in a file, which a link does not hold")
        accepted = QT_TRANSLATE_NOOP("model", "samples that are made or written out; or save the session")
        raise ModelError(_WRITING, "", found, accepted)
    plain = json.loads(replace(scenario, text={}).to_json())
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_DICTIONARY)
    content = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    packed = packer.compress(content) + packer.flush()
    checked = zlib.crc32(content).to_bytes(4, "big")[:2] + packed
    link = f"{SCHEME}{_VERSION}{base64.urlsafe_b64encode(checked).decode().rstrip('=')}"
    if len(link) > LONGEST:
        text = QT_TRANSLATE_NOOP("model", "at most {most}; save the scenario as a file")
        found = filled(QT_TRANSLATE_NOOP("model", "a link of {count} characters"), count=len(link))
        raise ModelError(_WRITING, "", found, filled(text, most=LONGEST))
    return link


def scenario_of_link(link: str) -> Scenario:
    """Return the scenario of a link; blanks and line breaks that a message put into it are left out.

    Raises
    ------
    ModelError
        If it is no link of nnviz, was damaged, or comes from a later version.
    """
    text = re.sub(r"[\s\u200b<>]", "", link)
    if not is_link(text):
        raise ModelError(_READING, "", repr(link[:40]), filled("{scheme}…", scheme=SCHEME))
    version, coded = text[len(SCHEME) : len(SCHEME) + 1], text[len(SCHEME) + 1 :]
    if version != _VERSION:
        form = filled(QT_TRANSLATE_NOOP("model", "a link of the form {version}"), version=version or "?")
        raise ModelError(_READING, "", form, filled(QT_TRANSLATE_NOOP("model", "the form {known}"), known=_VERSION))
    content = _unpacked(coded)
    if content is None:
        found = QT_TRANSLATE_NOOP("model", "a link that is damaged or cut off")
        raise ModelError(_READING, "", found, QT_TRANSLATE_NOOP("model", "all of the text that was copied"))
    return scenario_from_json(content.decode())


def _unpacked(coded: str) -> bytes | None:
    """Return what a link holds; None where it is damaged."""
    try:
        checked = base64.b64decode(coded + "=" * (-len(coded) % 4), b"-_", validate=True)
        unpacker = zlib.decompressobj(-15, zdict=_DICTIONARY)
        content = unpacker.decompress(checked[2:], _MOST_BYTES)
    except (binascii.Error, zlib.error, ValueError):
        return None
    return content if unpacker.eof and zlib.crc32(content).to_bytes(4, "big")[:2] == checked[:2] else None
