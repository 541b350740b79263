"""Writing a file wholly or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in a file's place; whatever happens, the file holds either all of it or what it held before.

    Raises
    ------
    OSError
        If it cannot be written; then nothing is left behind.
    """
    path = path.resolve()  # a link is to go on pointing at the file
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
