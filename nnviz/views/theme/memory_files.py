"""Files in memory with a name that Qt can open, as a style sheet names its images.

In the folder for temporary files, a process that is killed would leave them, a full disk would keep nnviz from
starting, and systems delete what has been there for some days while the window is still open.
"""

from __future__ import annotations

import struct
from typing import Final

from PyQt6.QtCore import QResource

_HEADER: Final = struct.Struct(">4s4I")
"""Magic, version, and where the tree, the data and the names begin: version 1 of what ``rcc --binary`` writes."""

_FOLDER, _FILE = struct.Struct(">IHII"), struct.Struct(">IHHHI")
"""A name, flags, and the number of entries and the first, or country, language and data: the two kinds of a node."""

_IS_FOLDER: Final = 2
_ANY_LANGUAGE: Final = 1
"""`QLocale.Language.C`."""

_files: Final[list[bytes]] = []
"""Qt does not copy them."""


def add_file(folder: str, name: str, content: bytes) -> str:
    """Return the name under which Qt opens a file that is added to a folder in memory.

    Parameters
    ----------
    folder : str
        One word.
    name : str
        One that the folder does not have.
    content : bytes
    """
    names = struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    tree = _FOLDER.pack(0, _IS_FOLDER, 1, 1) + _FILE.pack(0, 0, 0, _ANY_LANGUAGE, 0)
    data = struct.pack(">I", len(content)) + content
    begin = _HEADER.size
    header = _HEADER.pack(b"qres", 1, begin, begin + len(tree), begin + len(tree) + len(data))
    _files.append(header + tree + data + names)
    if not QResource.registerResourceData(_files[-1], f"/{folder}"):
        raise ValueError(f"file in memory {folder}/{name}: Qt does not take it")
    return f":/{folder}/{name}"


def _hash(name: str) -> int:
    """Return the hash by which Qt looks names up, the same as of symbols in ELF files."""
    hashed = 0
    for letter in name:
        hashed = (hashed << 4) + ord(letter)
        hashed ^= (hashed & 0xF0000000) >> 23
        hashed &= 0x0FFFFFFF
    return hashed
