"""Memory of what is gone is returned, of the first window too, which Python was told to keep."""

import gc
import weakref

from PyQt6.QtCore import QObject

from nnviz.app.memory import MemoryRelease, release_memory


class Circle:
    """Refers to itself, so that only a search finds out that nobody needs it."""

    def __init__(self) -> None:
        self.itself = self


def test_that_what_is_only_held_by_itself_goes_though_it_was_there_when_the_window_opened() -> None:
    circle = Circle()
    held = weakref.ref(circle)
    gc.freeze()
    del circle
    gc.collect()
    assert held() is not None
    release_memory()
    assert held() is None


def test_that_it_is_done_after_a_while_once_for_all_that_asked(qtbot) -> None:
    parent = QObject()
    release = MemoryRelease(parent)
    gc.disable()
    try:
        held = weakref.ref(Circle())
        release.request()
        release.request()
        assert held() is not None
        qtbot.waitUntil(lambda: held() is None)
    finally:
        gc.enable()
