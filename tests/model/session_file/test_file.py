"""Session files: the same bits after opening, and a clear answer to anything else."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine import engines
from nnviz.model.history.runner import Runner
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session
from nnviz.model.session_file import archive, replay_check, writing
from nnviz.model.session_file.file import (
    SUFFIX,
    SessionFileError,
    is_session_file,
    open_session,
    save_session,
    session_bytes,
)

SPIRAL = Path(__file__).parents[2] / "fixtures" / "partial-batch.json"
OPTIMISERS = ("gradient-descent", "momentum", "nesterov", "rmsprop", "adam")


def spiral(**more) -> Scenario:
    """Return 30 samples for training in shuffled batches of 8: three whole ones and one of 6."""
    return replace(Scenario.load(SPIRAL), **more)


def with_history() -> Session:
    """Return a session with edits, three branches and its cursor inside an update of the past."""
    session = Session(spiral())
    session.step_update(150)
    session.set_value("W1", (0, 1), "1/3")
    session.step_line(40)
    session.change(replace(session.scenario, batch=BatchSpec(7, "shuffled"), penalty=PenaltySpec("l2", 0.01)))
    session.step_update(30)
    session.seek(90, 4)
    session.set_value("b2", (0, 0), -2.0)
    session.step_update(20)
    session.change(replace(session.scenario, optimiser=OptimiserSpec("momentum", 0.1)), branch="with momentum")
    session.step_epoch(2)
    session.switch_branch("branch 1")
    session.seek(140, 3)
    return session


def all_of(session: Session) -> dict[str, object]:
    """Return all that can be seen, to the last bit."""
    snapshot = session.snapshot()
    values = {name: array.tobytes() for name, array in snapshot.values.items()}
    return {
        "values": values,
        "before": {name: array.tobytes() for name, array in snapshot.before.items()},
        "batch": snapshot.batch.tobytes(),
        "shown": (snapshot.position, repr(snapshot.metrics), snapshot.scalars, snapshot.marks, snapshot.in_epoch),
        "scenario": snapshot.scenario,
        "where": (snapshot.branch, snapshot.is_newest, snapshot.newest),
        "curves": [curve_of(info.curve) for info in snapshot.branches],
        "branches": [(info.name, info.newest, info.parent, info.begins, info.edits) for info in snapshot.branches],
    }


def curve_of(curve) -> dict[str, bytes]:
    return {name: np.asarray(value).tobytes() for name, value in vars(curve).items() if value is not None}


def reopened(session: Session, folder: Path) -> Session:
    path = folder / f"again{SUFFIX}"
    save_session(session, path)
    opened = open_session(path)
    assert opened.difference == 0.0
    return opened.session


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sessions") / f"spiral{SUFFIX}"
    save_session(with_history(), path, {"speed": 60})
    return path


Change = Callable[[dict[str, bytes]], object]


def rewritten(source: Path, target: Path, change: Change) -> Path:
    """Copy a session file with its members changed, and everything else in order."""
    with zipfile.ZipFile(source) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            new.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return target


def in_document(change: Callable[[dict], object]) -> Change:
    def changed(members: dict[str, bytes]) -> None:
        document = json.loads(members["session.json"])
        change(document)
        members["session.json"] = json.dumps(document).encode()

    return changed


def npy(array: np.ndarray) -> bytes:
    buffer = BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


# The same bits ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lines", [0, 1, 7, 15, 36, 15 * 500])
@pytest.mark.slow
def test_that_a_session_is_open_where_it_was_saved(tmp_path, lines):
    session = Session(Scenario.load("xor"))
    session.step_line(lines)
    assert all_of(reopened(session, tmp_path)) == all_of(session)


def test_that_branches_edits_and_a_cursor_in_the_past_come_back(tmp_path):
    session = with_history()
    again = reopened(session, tmp_path)
    assert all_of(again) == all_of(session)
    assert len(again.branches) == 3
    for name in [info.name for info in session.branches]:
        session.switch_branch(name)
        again.switch_branch(name)
        assert all_of(again) == all_of(session)
        for update in range(0, session.newest.update, 17):
            session.seek(update)
            again.seek(update)
            assert all_of(again) == all_of(session)


@pytest.mark.parametrize("optimiser", ["gradient-descent", "momentum", "adam"])
def test_that_biases_with_a_column_for_each_sample_come_back(tmp_path, optimiser):
    xor = Scenario.load("xor")
    session = Session(replace(xor, mistakes=("no-sum",), optimiser=replace(xor.optimiser, kind=optimiser, settings={})))
    session.step_update(150)
    session.set_value("b1", (2, 3), -0.25)  # a cell that only such biases have
    session.step_update(20)
    session.step_line(3)
    again = reopened(session, tmp_path)
    assert again.value("b1").shape == (3, 4)
    assert all_of(again) == all_of(session)
    for update in (0, 60, 150, 165):
        session.seek(update)
        again.seek(update)
        assert all_of(again) == all_of(session)


@pytest.mark.parametrize("later", [("leaking-batch",), ()])
def test_that_a_mistake_in_the_batches_that_was_switched_later_comes_back(tmp_path, later):
    before = () if later else ("leaking-batch",)
    session = Session(spiral(mistakes=before))
    session.step_update(10)
    session.change(replace(session.scenario, mistakes=later))
    session.step_update(11)
    session.step_line(3)
    again = reopened(session, tmp_path)
    assert all_of(again) == all_of(session)
    for each in (session, again):
        each.seek(12)
        each.step_epoch(2)
    assert all_of(again) == all_of(session)


@pytest.mark.parametrize("lines", [0, 3, 15 * 4 + 5])
def test_that_a_quiz_whose_hidden_mistake_adds_up_gradients_comes_back(tmp_path, lines):
    session = Session(replace(Scenario.load("xor"), mistakes=("gradients-accumulated",), hides_mistakes=True))
    session.step_line(lines)
    again = reopened(session, tmp_path)
    assert all_of(again) == all_of(session)
    for each in (session, again):
        each.step_update(3)
    assert all_of(again) == all_of(session)


@pytest.mark.slow
@pytest.mark.parametrize("optimiser", OPTIMISERS)
@pytest.mark.sample(2)
def test_that_a_run_goes_on_as_though_it_had_not_been_saved(tmp_path, optimiser):
    session = Session(spiral(optimiser=OptimiserSpec(optimiser, 0.02)))
    session.step_update(130)
    session.step_line(5)
    again = reopened(session, tmp_path)
    for each in (session, again):
        each.step_line(33)
        each.step_epoch(3)
        each.step_update(2500)
    assert all_of(again) == all_of(session)
    assert curve_of(again.loss_curve) == curve_of(session.loss_curve)


def test_that_numbers_that_are_not_finite_come_back(tmp_path):
    session = Session(spiral(loss="half-squared", layers=(Layer(5, "relu"), Layer(1, "identity"))))
    session.change(replace(session.scenario, optimiser=OptimiserSpec("gradient-descent", 1e6)))
    session.step_update(300)
    assert not np.isfinite(session.value("W1")).all()
    assert all_of(reopened(session, tmp_path)) == all_of(session)


def test_that_settings_effective_before_others_at_the_same_place_are_shown_again(tmp_path):
    session = Session(Scenario.load("xor"))
    session.step_update(3)
    session.change(replace(session.scenario, optimiser=OptimiserSpec("momentum", 0.5)))
    session.seek(3, 15)
    assert all_of(reopened(session, tmp_path)) == all_of(session)


@pytest.mark.parametrize("budget", [0, 5000])
def test_that_a_session_without_room_for_keyframes_comes_back(tmp_path, budget):
    session = with_history()
    session.history_budget = budget
    again = reopened(session, tmp_path)
    assert all_of(again) == all_of(session)
    assert again.history_budget == budget
    assert again.history_bytes <= session.history_bytes


@pytest.mark.slow
def test_that_many_samples_come_back_exactly(tmp_path):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(700, 2)), rng.normal(size=(700, 2))
    data = DataSpec("explicit", inputs=tuple(map(tuple, x.tolist())), targets=tuple(map(tuple, y.tolist())))
    session = Session(spiral(data=data, loss="half-squared", layers=(Layer(3, "tanh"), Layer(2, "identity"))))
    for rate in (0.1, 0.2, 0.3):
        session.step_update(5)
        session.change(replace(session.scenario, optimiser=OptimiserSpec("adam", rate)))
    again = reopened(session, tmp_path)
    assert all_of(again) == all_of(session)
    with zipfile.ZipFile(tmp_path / "again.nnviz") as archive:
        assert archive.getinfo("samples.npy").file_size == 8 * (x.size + y.size) + 128
    assert session_bytes(again) == session_bytes(session)


def test_that_nothing_can_be_undone_after_opening(tmp_path):
    session = with_history()
    assert session.undo_text is not None
    again = reopened(session, tmp_path)
    assert (again.undo_text, again.redo_text) == (None, None)


def test_that_names_of_branches_and_edits_are_kept_in_any_language(tmp_path):
    session = with_history()
    session.rename_branch("branch 2", "第二 ½")
    session.set_value("W1", (0, 0), 2, text="改变 W1")
    again = reopened(session, tmp_path)
    assert "第二 ½" in [info.name for info in again.branches]
    assert again.marks[-1].text == "改变 W1"


def test_that_what_is_not_the_model_s_is_given_back_as_it_was(tmp_path):
    state = {"speed": float("inf"), "breakpoints": [{"kind": "line", "line": 4}, {}], "selected": None, "名": "½"}
    save_session(Session(Scenario.load("xor")), tmp_path / "a", state)
    assert open_session(tmp_path / "a").debugger_state == state
    save_session(Session(Scenario.load("xor")), tmp_path / "a")
    assert open_session(tmp_path / "a").debugger_state == {}


# The file ---------------------------------------------------------------------------------------------------------


def test_that_equal_sessions_give_equal_bytes_and_saving_changes_nothing(tmp_path):
    session, other = with_history(), with_history()
    seen = all_of(session)
    assert session_bytes(session) == session_bytes(session) == session_bytes(other)
    assert all_of(session) == seen
    assert session_bytes(reopened(session, tmp_path)) == session_bytes(session)


@pytest.mark.slow
def test_that_what_branches_share_is_stored_once():
    session = Session(Scenario.load("xor"))
    session.step_update(20_000)
    alone = len(session_bytes(session))
    for number in range(20):
        session.set_value("W1", (0, 0), number, branch=f"with {number}")
        session.step_update(1)
        session.switch_branch("branch 1")
    assert len(session_bytes(session)) < 5 * alone


@pytest.mark.slow
def test_that_more_keyframes_than_a_file_may_hold_are_thinned(monkeypatch, tmp_path):
    monkeypatch.setattr(writing, "KEYFRAMES_MAX", 20_000)
    session = Session(Scenario.load("xor"))
    session.step_update(10_000)
    again = reopened(session, tmp_path)
    assert again.history_bytes < 30_000 < session.history_bytes
    for each in (session, again):
        each.seek(7777)
    assert all_of(again) == all_of(session)


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_a_long_run_is_saved_into_a_small_file_and_hardly_any_of_it_is_run_again(monkeypatch, tmp_path):
    session = Session(Scenario.load("xor"))
    session.step_update(30_000)
    ran, run_to = [], Runner.run_to

    def counted(self, place) -> None:
        ran.append(place.completed - self.completed)
        run_to(self, place)

    monkeypatch.setattr(Runner, "run_to", counted)
    save_session(session, tmp_path / "long.nnviz")
    assert ran == []
    assert (tmp_path / "long.nnviz").stat().st_size < 2e6
    assert open_session(tmp_path / "long.nnviz").session.position.update == 30_000
    assert sum(ran) <= replay_check.UPDATES_MAX


def test_that_a_file_is_known_by_its_content_whatever_its_name(tmp_path, saved):
    other = shutil.copy(saved, tmp_path / "other.json")
    assert is_session_file(other)
    Scenario.load("xor").save(tmp_path / f"scenario{SUFFIX}")
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        archive.writestr("session.json", "{}")
    for path in (f"scenario{SUFFIX}", "zip", "missing", "."):
        assert not is_session_file(tmp_path / path)


# Another machine --------------------------------------------------------------------------------------------------


def disturbed(members: dict[str, bytes]) -> None:
    """Change the state at the cursor, as another machine's arithmetic might have."""
    document = json.loads(members["session.json"])
    at = 128 + 8 * document["cursor"]["state"]
    states = bytearray(members["states.npy"])
    number = np.frombuffer(states, "<f8", 1, at)[0]
    states[at : at + 8] = np.array([number + 0.25]).tobytes()
    members["states.npy"] = bytes(states)


@pytest.mark.parametrize("farthest", [1024, 0])
def test_that_it_is_reported_how_far_replay_differs(monkeypatch, tmp_path, saved, farthest):
    monkeypatch.setattr(replay_check, "UPDATES_MAX", farthest)
    opened = open_session(rewritten(saved, tmp_path / "a", disturbed))
    assert opened.difference == pytest.approx(0.25)
    assert all_of(opened.session) == all_of(with_history())


def test_that_a_number_where_there_was_none_differs_without_bound(tmp_path, saved):
    def changed(members: dict[str, bytes]) -> None:
        document = json.loads(members["session.json"])
        at = 128 + 8 * document["cursor"]["state"]
        members["states.npy"] = (
            members["states.npy"][:at] + npy(np.array(np.nan))[-8:] + members["states.npy"][at + 8 :]
        )

    assert open_session(rewritten(saved, tmp_path / "a", changed)).difference == np.inf


# Writing wholly or not at all -------------------------------------------------------------------------------------


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_that_a_failed_save_leaves_the_old_file_and_nothing_else(monkeypatch, tmp_path, fails):
    path = tmp_path / "a.nnviz"
    save_session(Session(Scenario.load("xor")), path)
    old = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if fails == "fsync" else (Path, "replace")), fail)
    with pytest.raises(SessionFileError, match="no space left"):
        save_session(with_history(), path)
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_place_that_cannot_be_written_to_is_reported(tmp_path):
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "missing" / "a.nnviz", tmp_path / "folder"):
        with pytest.raises(SessionFileError) as caught:
            save_session(Session(Scenario.load("xor")), path)
        assert caught.value.where == str(path)
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_that_a_debugger_state_that_is_not_plain_data_is_refused_before_anything_is_written(tmp_path):
    for state in ({"x": object()}, {"x": {1, 2}}, {"x": Session}):
        with pytest.raises(SessionFileError, match="desk"):
            save_session(Session(Scenario.load("xor")), tmp_path / "a", state)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="links and modes are POSIX's")
def test_that_links_and_modes_outlive_saving(tmp_path):
    path, link = tmp_path / "a.nnviz", tmp_path / "link"
    session = Session(Scenario.load("xor"))
    save_session(session, path)
    usual = tmp_path / "usual"
    usual.touch()
    assert path.stat().st_mode == usual.stat().st_mode
    path.chmod(0o600)
    link.symlink_to(path)
    session.step_update()
    save_session(session, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert open_session(path).session.position.update == 1


# Anything else ----------------------------------------------------------------------------------------------------


def without(member: str) -> Change:
    return lambda members: members.pop(member)


def put(member: str, data: bytes) -> Change:
    return lambda members: members.update({member: data})


MALFORMED: dict[str, tuple[Change, str]] = {
    "no document": (without("session.json"), "session.json: found no such part"),
    "no states": (without("states.npy"), "states.npy: found no such part"),
    "no curves": (without("curves.npy"), "curves.npy: found no such part"),
    "not JSON": (put("session.json", b"{"), "JSON document"),
    "not UTF-8": (put("session.json", b"\xff\xfe\xfa"), "JSON document"),
    "deep JSON": (put("session.json", b"[" * 100_000), "JSON document"),
    "a list": (put("session.json", b"[]"), "found list"),
    "newer": (in_document(lambda document: document.update(format=2, nnviz="9.1")), "version 2, of nnviz 9.1"),
    "no version": (in_document(lambda document: document.pop("format")), "format: found None"),
    "version true": (in_document(lambda document: document.update(format=True)), "format: found True"),
    "no branches": (in_document(lambda document: document.pop("branches")), "branches: found nothing"),
    "empty list": (in_document(lambda document: document.update(branches=[])), "cursor.branch"),
    "text": (in_document(lambda document: document.update(budget="1")), 'budget: found "1"'),
    "unknown engine": (
        in_document(lambda document: document["branches"][0].update(engine="x")),
        r"branches\[0\].engine: found 'x'; accepted: numpy or compiled",
    ),
    "unfit scenario": (
        in_document(lambda document: document["scenarios"][0]["scenario"].update(loss="x")),
        r"scenarios\[0\].loss: found 'x'",
    ),
    "same names": (in_document(lambda document: document["branches"][0].update(name="branch 2")), "alike"),
    "objects": (put("states.npy", npy(np.array([{}], dtype=object))), "states.npy: found another header"),
    "whole numbers": (put("states.npy", npy(np.arange(9000))), "states.npy: found another header"),
    "two axes": (put("states.npy", npy(np.zeros((90, 100)))), "states.npy: found another header"),
    "no array": (put("states.npy", b""), "states.npy: found another header"),
    "short array": (put("states.npy", npy(np.zeros(3))), "of states.npy"),
    "cut array": (put("curves.npy", npy(np.zeros(3000))[:-1]), "curves.npy: found 23999 bytes"),
}


@pytest.mark.parametrize("kind", MALFORMED)
def test_that_each_kind_of_malformed_file_is_reported(tmp_path, saved, kind):
    change, found = MALFORMED[kind]
    path = rewritten(saved, tmp_path / "a.nnviz", change)
    with pytest.raises(SessionFileError, match=found) as caught:
        open_session(path)
    assert caught.value.asked == "to open the session"
    assert caught.value.where.startswith(str(path))
    assert caught.value.found
    assert caught.value.accepted


@pytest.mark.parametrize("lacking", ["is_installed", "is_working"])
def test_that_what_another_engine_has_run_opens_by_numpy_where_that_one_does_not_work(
    tmp_path, saved, monkeypatch, lacking
):
    def as_compiled(document: dict) -> None:
        for branch in document["branches"]:
            branch["engine"] = "compiled"
            for edit in branch["edits"]:
                if edit["settings"] is not None:
                    edit["settings"]["engine"] = "compiled"

    path = rewritten(saved, tmp_path / "a.nnviz", in_document(as_compiled))
    for name in ("is_installed", "is_working"):
        monkeypatch.setattr(engines, name, lambda name=name: name != lacking)
    opened, expected = open_session(path), open_session(saved)
    assert opened.session.engine == "numpy"
    assert opened.difference == 0.0
    assert all_of(opened.session) == all_of(expected.session)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"\x00" * 10_000])
def test_that_other_files_are_reported(tmp_path, data):
    (tmp_path / "a.nnviz").write_bytes(data)
    with pytest.raises(SessionFileError, match="a complete session file"):
        open_session(tmp_path / "a.nnviz")


def test_that_files_that_cannot_be_read_are_reported(tmp_path):
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(SessionFileError, match="readable session file"):
            open_session(path)


def test_that_a_truncated_file_is_reported(tmp_path, saved):
    whole = saved.read_bytes()
    (tmp_path / "a.nnviz").write_bytes(whole[: len(whole) // 2])
    assert is_session_file(tmp_path / "a.nnviz")
    with pytest.raises(SessionFileError, match="damaged"):
        open_session(tmp_path / "a.nnviz")


def test_that_a_file_that_claims_too_much_is_refused_before_it_is_read(monkeypatch, tmp_path, saved):
    path = rewritten(saved, tmp_path / "a", put("curves.npy", bytes(10**6)))
    monkeypatch.setattr(archive, "INFLATED_MAX", 10**6)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was read"))
    with pytest.raises(SessionFileError, match="at most 1000000"):
        open_session(path)


def test_that_a_session_above_the_limit_is_written_so_that_it_can_be_read(monkeypatch, tmp_path):
    monkeypatch.setattr(archive, "INFLATED_MAX", 1000)
    session = with_history()
    assert all_of(reopened(session, tmp_path)) == all_of(session)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_that_a_damaged_file_is_refused_or_opens_equal(tmp_path_factory, saved, whole, data):
    damaged = bytearray(saved.read_bytes())
    # The directory at the end is where a single byte can mean the most.
    places = st.integers(0, len(damaged) - 1) | st.integers(len(damaged) - 400, len(damaged) - 1) | st.integers(0, 100)
    for place in data.draw(st.lists(places, max_size=4)):
        damaged[place] ^= data.draw(st.integers(1, 255))
    length = data.draw(st.just(len(damaged)) | st.integers(0, len(damaged)))
    path = tmp_path_factory.getbasetemp() / "damaged.nnviz"
    path.write_bytes(damaged[:length])
    try:
        opened = open_session(path)
    except SessionFileError:
        return
    assert all_of(opened.session) == whole
    assert opened.debugger_state == {"speed": 60}
    assert opened.difference == 0.0


@pytest.fixture(scope="module")
def whole(saved) -> dict[str, object]:
    return all_of(open_session(saved).session)


WRONG = (
    0,
    1,
    2,
    7,
    10**6,
    2**53,
    2**70,
    -1,
    0.5,
    1e300,
    True,
    None,
    "",
    "W1",
    "x" * 100,
    [],
    [0],
    [0, 0],
    {},
    {"a": 1},
)


@pytest.mark.slow
@pytest.mark.no_cover
@settings(max_examples=75, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_that_wrong_things_in_the_document_are_refused_or_can_be_lived_with(tmp_path_factory, saved, data):
    def change(document: dict) -> None:
        part, key = document, data.draw(st.sampled_from([name for name in document if name != "desk"]))
        while isinstance(part[key], dict | list) and part[key] and data.draw(st.integers(0, 9)):
            part = part[key]
            key = data.draw(st.sampled_from(sorted(part)) if isinstance(part, dict) else st.integers(0, len(part) - 1))
        part[key] = data.draw(st.sampled_from(WRONG))

    path = tmp_path_factory.getbasetemp() / "wrong.nnviz"
    try:
        session = open_session(rewritten(saved, path, in_document(change))).session
    except SessionFileError:
        return
    session.step_line(3)
    for info in session.branches:
        session.switch_branch(info.name)
        for update in (0, 1, info.newest.completed // 2, info.newest.completed):
            session.seek(update)
            session.snapshot()
        session.step_update(3)
    save_session(session, path)
    open_session(path)
