"""Build nnviz as a program that needs no Python, and run its commands in it.

    pip install -e ".[bundle]"
    python resources/bundle/build.py            build dist/nnviz (on macOS also dist/nnviz.app), then try it
    python resources/bundle/build.py --try-only try what has been built

PyInstaller builds for the system that it runs on. Start it with a Python that has only nnviz and its extra `bundle`:
what is installed beside them may come into the bundle.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "dist" / "nnviz" / ("nnviz.exe" if os.name == "nt" else "nnviz")
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main(arguments: list[str]) -> int:
    """Build and try the bundle; return the exit status."""
    if "--try-only" not in arguments:
        draw_icons(ROOT / "build" / "icons")
        line = ["--noconfirm", "--log-level=WARN", str(Path(__file__).with_name("nnviz.spec"))]
        subprocess.run([sys.executable, "-m", "PyInstaller", *line], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        try_commands(Path(folder))
    size = sum(path.stat().st_size for path in BUILT.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{BUILT.parent}: all commands ran in it; {size / 1e6:.0f} MB")
    return 0


def draw_icons(folder: Path) -> None:
    """Draw the icon as the files that Windows and macOS want."""
    from PIL import Image
    from PyQt6.QtCore import Qt
    from PyQt6.QtGui import QImage, QPainter
    from PyQt6.QtSvg import QSvgRenderer

    folder.mkdir(parents=True, exist_ok=True)
    drawn = QImage(1024, 1024, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(ROOT / "resources" / "icons" / "nnviz.svg")).render(painter)
    painter.end()
    drawn.save(str(folder / "nnviz.png"))
    with Image.open(folder / "nnviz.png") as image:
        image.save(folder / "nnviz.ico", sizes=[(size, size) for size in SIZES])
        image.save(folder / "nnviz.icns")


def try_commands(folder: Path) -> None:
    """Run each command in the bundle, and look at what it gives."""
    code = ROOT / "resources" / "code" / "xor.py"
    assert "xor" in run("scenarios")
    assert run("--version").startswith("nnviz ")
    report = json.loads(run("train", "xor", "--updates", "100", "--json"))
    assert report["update"] == 100
    run("snapshot", "xor", "--out", str(folder / "xor.png"))
    assert (folder / "xor.png").stat().st_size > 10_000
    assert "Line 21 is the first that is wrong" in run("debug", str(code), status=1)
    (folder / "own.py").write_text(OWN, encoding="utf-8")
    assert "dW2" in run("check", str(folder / "own.py"), status=1)
    values = ("--x", "seed=0:1", "--y", "learning-rate=0.1,1", "--updates", "20")
    run("map", "xor", *values, "--out", str(folder / "map.csv"))
    assert len((folder / "map.csv").read_text(encoding="utf-8").splitlines()) == 5


OWN = """
import statistics
import numpy as np

def backprop(X, Y, weights, biases):
    return {"dW2": np.zeros_like(weights[1])}
"""
"""A person's own backpropagation, which is wrong, and imports what nnviz does not."""


def run(*arguments: str, status: int = 0) -> str:
    """Return what a command of the bundle prints; another exit status than the expected one is an error."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(BUILT), *arguments], env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    if done.returncode != status:
        raise SystemExit(f"nnviz {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
