"""The zip archive of a session file: the same bytes for the same members, read within limits."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from io import BytesIO

from nnviz.model.session_file.errors import SessionFileError, check, refused
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

MIMETYPE = b"application/x-nnviz-session"
MIMETYPE_MEMBER = "mimetype"
INFLATED_MAX = 2**26
"""Most bytes of all compressed members together; what exceeds it is not compressed. A file with more is malicious."""

_NAME_AT = 30  # bytes of a zip member's header before its name
BEGIN = _NAME_AT + len(MIMETYPE_MEMBER) + len(MIMETYPE)
"""How many bytes identify a session file."""

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, LookupError),
)
"""Everything that `zipfile` raises on archives that are damaged."""

_WHOLE = QT_TRANSLATE_NOOP("model", "a complete session file, as saved by nnviz")


@dataclass(frozen=True)
class Member:
    """A member to be written; numbers that are as good as random are not worth compressing."""

    name: str
    data: bytes
    compressed: bool


def packed(members: Iterable[Member]) -> bytes:
    """Return the archive."""
    buffer, inflated = BytesIO(), 0
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in (Member(MIMETYPE_MEMBER, MIMETYPE, compressed=False), *members):
            info = zipfile.ZipInfo(member.name)  # dated 1980: equal sessions yield equal bytes
            info.create_system = 3
            compressed = member.compressed and inflated + len(member.data) <= INFLATED_MAX
            inflated += len(member.data) * compressed
            method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
            archive.writestr(info, member.data, method, compresslevel=1)
    return buffer.getvalue()


def is_archive(begin: bytes) -> bool:
    """Return whether the first `BEGIN` bytes of a file are those of a session file, whole or not."""
    return begin.startswith(b"PK\x03\x04") and begin[_NAME_AT:BEGIN] == MIMETYPE_MEMBER.encode() + MIMETYPE


def unpacked(data: bytes, names: Collection[str]) -> dict[str, bytes]:
    """Return the members of some names.

    Raises
    ------
    SessionFileError
        If it is no session file, a damaged one, or has not all of them.
    """
    check(is_archive(data[:BEGIN]), "", QT_TRANSLATE_NOOP("model", "something else"), _WHOLE)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist() if info.filename in names}
            for name in names:
                check(name in infos, name, QT_TRANSLATE_NOOP("model", "no such part"), _WHOLE)
            _check_sizes(infos.values(), len(data))
            return {name: archive.read(info) for name, info in infos.items()}
    except SessionFileError:
        raise
    except _DAMAGE as error:
        raise refused("", QT_TRANSLATE_NOOP("model", "a damaged file"), _WHOLE) from error


def _check_sizes(infos: Iterable[zipfile.ZipInfo], size: int) -> None:
    """Refuse members of an archive of `size` bytes that would take much more memory than that."""
    inflated = 0
    for info in infos:
        if info.compress_type == zipfile.ZIP_DEFLATED:
            inflated += info.file_size
        else:
            check(info.compress_type == zipfile.ZIP_STORED, info.filename, "another compression", "deflate")
            check(info.file_size <= size, info.filename, f"{info.file_size} bytes", f"at most {size}")
    check(inflated <= INFLATED_MAX, "", f"{inflated} bytes when they are unpacked", f"at most {INFLATED_MAX}")
