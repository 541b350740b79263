"""Where the files that ship with nnviz are: scenarios, data, icons, translations."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the folder inside the package; a checkout, also one installed editable, has it beside.
_IN_WHEEL = _PACKAGE / "resources"
_ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent / "resources"


class MissingAssetError(FileNotFoundError):
    """A file that ships with nnviz is not there: the installation is incomplete."""


def asset(*parts: str) -> Path:
    """Return the path of a file or folder of `resources/`.

    Parameters
    ----------
    *parts
        The names on the way to it: ``asset("scenarios", "xor.json")``. None of them gives `resources/` itself.

    Raises
    ------
    MissingAssetError
        If there is no such file or folder.
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise MissingAssetError(f"nnviz ships no {'/'.join(parts)!r}: {path} does not exist")
    return path
