"""Broken inputs: sessions, scenarios, data files, links and command lines, each answered in a process with limits."""

from __future__ import annotations

import json
import random
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np

NASTY = ("", " ", "\0", "é", "−1", "1e999", "-1e-400", "nan", "𝛿" * 50, "a" * 10_000, "../..", "%s{}", "9" * 400)
SHAPES = (",".join("8" * 90), "4096,4096,4096")
_VALUES = (None, True, -1, 0, 1e308, -0.0, 2**63, 10**30, [], {}, [[]], "", "nan", [1] * 5000, {"a": {"b": []}})


def answer(folder: Path, seeds: dict[str, bytes], seed: int, number: int) -> None:
    """Hand one input over; only what the product says in words is an answer."""
    from nnviz.model.errors import ModelError

    draw = random.Random(f"{seed}/{number}")
    kind = _kind(draw)
    try:
        _KINDS[kind](folder, seeds, draw)
    except ModelError as error:
        str(error)


def _kind(draw: random.Random) -> str:
    return draw.choice(list(_KINDS))


def description(seed: int, number: int) -> str:
    return _kind(random.Random(f"{seed}/{number}"))


# What is broken -------------------------------------------------------------------------------------------------------


def seeds_in(folder: Path) -> dict[str, bytes]:
    """Return whole files of each kind, to be broken."""
    # What the library imports on first use takes time and memory that no single input is to blame for.
    import nnviz.cli.parser
    import nnviz.model.playground
    import nnviz.scripting.session  # noqa: F401
    from nnviz.assets import asset
    from nnviz.model.scenario.file import find_scenario, json_schema
    from nnviz.model.session.session import Session
    from nnviz.model.session_file.file import session_bytes

    json_schema()
    session = Session(find_scenario("xor"))
    session.step_update(40)
    session.set_value("W1", (0, 0), 0.25)
    session.step_update(3)
    session.seek(10)
    session.set_value("W2", (0, 0), -1.0)
    session.step_line(2)
    table = "x,y,class\n" + "\n".join(f"{i * 0.5},{i % 3},{'ab'[i % 2]}" for i in range(20))
    npz, npy = BytesIO(), BytesIO()
    np.savez(npz, X=np.arange(20.0).reshape(10, 2), y=np.arange(10) % 2)
    np.save(npy, np.arange(30.0).reshape(10, 3))
    seeds = {
        "a.nnviz": session_bytes(session),
        "a.csv": table.encode(),
        "a.npz": npz.getvalue(),
        "a.npy": npy.getvalue(),
        "a-images-idx3-ubyte": struct.pack(">BBBBIII", 0, 0, 8, 3, 4, 3, 3) + bytes(range(36)),
    }
    for name in ("xor", "spiral", "sine"):
        seeds[f"{name}.json"] = asset("scenarios", f"{name}.json").read_bytes()
    for name, data in seeds.items():
        (folder / name).write_bytes(data)
    return seeds


def _broken_bytes(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        place = draw.randrange(len(changed) + 1)
        what = draw.randrange(5)
        if what == 0 and place < len(changed):
            changed[place] = draw.randrange(256)
        elif what == 1:
            changed[place:place] = draw.randbytes(draw.randrange(1, 9))
        elif what == 2:
            del changed[place : place + draw.randrange(1, 40)]
        elif what == 3:
            changed[place : place + 1] = draw.choice(NASTY).encode()
        elif draw.random() < 0.1:
            del changed[place:]
    return bytes(changed)


def _broken_json(value: object, draw: random.Random) -> object:
    """Change one place of a document."""
    if isinstance(value, dict) and value and draw.random() < 0.9:
        key = draw.choice(list(value))
        return {k: _broken_json(v, draw) if k == key else v for k, v in value.items()}
    if isinstance(value, list) and value and draw.random() < 0.9:
        number = draw.randrange(len(value))
        return [_broken_json(v, draw) if i == number else v for i, v in enumerate(value)]
    if isinstance(value, int | float) and draw.random() < 0.5:
        return draw.choice((value * -1, value * 1000, value + 1, value / 3, 10**9, 4096, 65))
    return draw.choice((*_VALUES, *NASTY))


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"broken-{name}"
    path.write_bytes(data)
    return path


def _scenario(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.documents.open_any import made_document

    name = draw.choice([name for name in seeds if name.endswith(".json")])
    data = seeds[name]
    if draw.random() < 0.3:
        data = _broken_bytes(data, draw)
    else:
        document: object = json.loads(data)
        for _ in range(draw.randrange(1, 4)):
            document = _broken_json(document, draw)
        data = json.dumps(document).encode()
    made_document(_written(folder, name, data))


def _session(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.documents.open_any import made_document

    data = seeds["a.nnviz"]
    if draw.random() < 0.3:
        made_document(_written(folder, "a.nnviz", _broken_bytes(data, draw)))
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    changed = draw.choice([name for name in members if name != "mimetype"])
    if changed.endswith(".json") or draw.random() < 0.6:
        changed = next(name for name in members if name.endswith(".json"))
        document: object = json.loads(members[changed])
        for _ in range(draw.randrange(1, 3)):
            document = _broken_json(document, draw)
        members[changed] = json.dumps(document).encode()
    else:
        members[changed] = _broken_bytes(members[changed], draw)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, member in members.items():
            archive.writestr(zipfile.ZipInfo(name), member)
    made_document(_written(folder, "a.nnviz", buffer.getvalue()))


def _data(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.model.data.files.detect import detect
    from nnviz.model.data.files.read import read

    name = draw.choice(["a.csv", "a.npz", "a.npy", "a-images-idx3-ubyte"])
    path = _written(folder, name, _broken_bytes(seeds[name], draw))
    read(path, detect(path).options)


def _pasted(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.model.data.files.detect import detect_text
    from nnviz.model.data.files.read import read_text

    text = _broken_bytes(seeds["a.csv"], draw).decode(errors="replace")
    read_text(text, detect_text(text).options)


def _link(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.model.playground import read_link

    fields = {
        "activation": "tanh",
        "batchSize": "10",
        "dataset": "circle",
        "learningRate": "0.03",
        "networkShape": "4,2",
        "noise": "0",
        "seed": "0.47",
        "percTrainData": "50",
        "x": "true",
        "y": "true",
        "problem": "classification",
    }
    for _ in range(draw.randrange(1, 4)):
        fields[draw.choice(list(fields))] = draw.choice(
            (*NASTY, "0", "-1", "1e9", ",".join("8" * 90), "4096,4096,4096")
        )
    link = "https://playground.tensorflow.org/#" + "&".join(f"{key}={value}" for key, value in fields.items())
    read_link(_broken_bytes(link.encode(), draw).decode(errors="replace") if draw.random() < 0.5 else link)


def _command_line(folder: Path, seeds: dict[str, bytes], draw: random.Random) -> None:
    from nnviz.cli.main import main

    # Commands that neither open a window nor start a process.
    words = [draw.choice(("train", "snapshot", "scenarios", "examples", "map"))]
    options = ("--updates", "3", "--json", "--out", "--seed", "--engine", "--line", "xor", "sine", "--x", "--", "-1")
    words += [draw.choice((*options, *NASTY, str(folder / draw.choice(list(seeds))))) for _ in range(draw.randrange(5))]
    if words[0] == "map" or "--out" in words:
        words = [words[0], "--help"]
    elif words[0] == "train":
        words += ["--updates", "3"]  # what it does without is work and no answer
    elif words[0] == "examples":
        words = [words[0], draw.choice(NASTY).replace("\0", "0"), *words[1:]]  # one example; all of them are work
    try:
        main([word for word in words if "\0" not in word])
    except SystemExit as ended:
        if ended.code not in (0, 1, 2):
            raise


_KINDS: dict[str, Callable[[Path, dict[str, bytes], random.Random], None]] = {
    "scenario": _scenario,
    "session": _session,
    "data file": _data,
    "pasted text": _pasted,
    "link": _link,
    "command line": _command_line,
}
