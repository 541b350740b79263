"""How commands end: at once on a signal, with nothing left behind, and quietly where nobody reads them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nnviz.cli.main import main

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if os.name != "nt" else ()
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals and pipes")
LONG_MAP = ("map", "spiral", "--x", "seed", "--y", "learning-rate", "--updates", "1000000", "--jobs", "2")
ENDLESS = "import os, time\ndef backprop(X, Y, weights, biases):\n    open('begun', 'w').close(); time.sleep(600)\n"


def command(processes, *arguments: str) -> subprocess.Popen:
    # A shell's job in the background ignores Ctrl+C, and so does all that it starts.
    allow = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    return processes.python("-m", "nnviz", *arguments, **allow)


def check_end(process: subprocess.Popen, processes, number: int) -> str:
    written, told = process.communicate(timeout=120)
    assert process.returncode == 128 + number
    assert "Traceback" not in told
    assert told.endswith("nnviz: interrupted\n")
    processes.wait_until_none_lives()
    return written


@posix
@pytest.mark.slow
class TestSignals:
    @pytest.mark.parametrize("number", SIGNALS)
    @pytest.mark.parametrize("to_all", [False, True])
    @pytest.mark.sample(2)
    def test_that_a_map_leaves_no_process_and_its_file_as_it_was(
        self, processes, tmp_path: Path, number: int, to_all: bool
    ) -> None:
        out = tmp_path / "map.csv"
        out.write_text("the old map")
        process = command(processes, *LONG_MAP, "--out", str(out))
        deadline = time.monotonic() + 60
        while len(processes.alive()) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(processes.alive()) >= 3, "processes that train"
        # A terminal sends it to all of them, and a person to the one.
        if to_all:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert check_end(process, processes, number) == ""
        assert out.read_text() == "the old map"
        assert list(tmp_path.iterdir()) == [out]

    def test_that_a_new_file_is_not_there_before_it_is_whole(self, processes, tmp_path: Path) -> None:
        process = command(processes, *LONG_MAP, "--out", str(tmp_path / "map.csv"))
        assert process.stderr is not None
        assert process.stderr.readline().startswith("0 of ")
        assert list(tmp_path.iterdir()) == []
        process.send_signal(signal.SIGTERM)
        check_end(process, processes, signal.SIGTERM)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("number", SIGNALS)
    @pytest.mark.sample(1)
    def test_that_training_keeps_the_rows_that_it_has_written(self, processes, number: int) -> None:
        process = command(processes, "train", "xor", "--updates", "1000000000")
        assert process.stdout is not None
        rows = [process.stdout.readline(), process.stdout.readline()]
        assert rows[1].split()[0] == "0"
        process.send_signal(number)
        check_end(process, processes, number)

    @pytest.mark.parametrize("number", SIGNALS)
    @pytest.mark.sample(1)
    def test_that_a_check_ends_the_persons_code(self, processes, tmp_path: Path, number: int) -> None:
        code = tmp_path / "mine.py"
        code.write_text(ENDLESS)
        process = command(processes, "check", str(code), "--seconds", "600")
        deadline = time.monotonic() + 60
        while not (tmp_path / "begun").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(number)
        check_end(process, processes, number)

    def test_that_a_picture_that_is_interrupted_leaves_the_old_one(self, processes, tmp_path: Path) -> None:
        out = tmp_path / "a.png"
        out.write_bytes(b"old")
        process = command(processes, "snapshot", "xor", "--updates", "1000000000", "--out", str(out))
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=4)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=120)
        assert process.returncode == 128 + signal.SIGTERM
        assert list(tmp_path.iterdir()) == [out]
        assert out.read_bytes() == b"old"

    def test_that_nohup_is_heeded(self, processes) -> None:
        process = processes.python(
            *("-m", "nnviz", "train", "xor", "--updates", "1000000000"),
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        )
        process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1)


def test_that_what_did_something_on_a_signal_before_does_it_again() -> None:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    assert main(["scenarios"]) == 0
    assert {number: signal.getsignal(number) for number in SIGNALS} == before


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("train", "digits", "--updates", "1", "--json"),
        ("train", "xor", "--updates", "20"),
        ("check", "seed_1.py", "--scenario", "xor", "--json"),
        ("check", "seed_1.py"),
        ("scenarios",),
        ("examples",),
        ("map", "xor", "--x", "seed=0:2", "--y", "learning-rate=0.1,1", "--updates", "2", "--jobs", "1"),
        ("--help",),
        ("--version",),
        ("train", "nothing", "--updates", "1"),
        ("map", "--no-such-option"),
    ],
)
@pytest.mark.parametrize("closed", ["stdout", "both"])
@pytest.mark.sample(2)
@pytest.mark.slow
def test_that_a_reader_that_has_gone_is_no_error(arguments: tuple[str, ...], closed: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "nnviz", *arguments],
            stdout=writing,
            stderr=writing if closed == "both" else subprocess.PIPE,
            cwd=Path(__file__).parents[1] / "fixtures",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            check=False,
        )
    finally:
        os.close(writing)
    told = (done.stderr or b"").decode()
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert "Broken pipe" not in told
    # argparse says nothing of what it could not print.
    assert done.returncode in ((0, 141) if arguments[0].startswith("--") else (1, 2, 141))


@posix
@pytest.mark.parametrize("arguments", [("train", "digits", "--updates", "1", "--json"), ("scenarios",)])
@pytest.mark.slow
def test_that_output_that_has_no_room_is_told(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nnviz", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr == (
        "nnviz: to write the output: found No space left on device; accepted: a place with room for it\n"
    )


@posix
@pytest.mark.parametrize("where", ["/dev/null", "/dev/full", "loop", "pipe", ".", "no/folder.x"])
@pytest.mark.parametrize("what", ["map", "snapshot"])
def test_that_what_is_no_place_for_a_file_is_refused_before_the_work(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, what: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    os.mkfifo("pipe")
    if what == "map":
        asked = ["map", "xor", "--x", "seed=0:2", "--y", "learning-rate=0.1,1", "--updates", "100000000"]
    else:
        asked = ["snapshot", "xor", "--updates", "100000000"]
    assert main([*asked, "--out", where]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"nnviz: to {'write the map' if what == 'map' else 'save the picture'} in {where}: found ")
    assert "; accepted: " in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop", "pipe"]
