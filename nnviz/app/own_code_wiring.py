"""A person's own code in the window: what each request means while it is there, and who shows what of it.

While a recording is in the window the session waits behind it, as it was. So what moves or selects acts on the
recording, and what would change the session is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.app.window_wiring import Link
from nnviz.controller.controller import Controller
from nnviz.controller.own_code import OwnCode
from nnviz.controller.recorded_watches import RecordedWatches

if TYPE_CHECKING:
    from nnviz.app.tools import Tools
    from nnviz.views.program.own_code.pane import OwnCodePane

Slot = Callable[..., Any]


class OwnCodeRequests(QObject):
    """Sends requests of the window to the person's recorded code while that is open, and to the session otherwise.

    Parameters
    ----------
    controller
        Of the session.
    own_code, watches
        The person's code, and the watches over it.

    Signals
    -------
    refused()
        The person wants to change what has been recorded, which cannot be done.
    """

    refused = pyqtSignal()

    def __init__(self, controller: Controller, own_code: OwnCode, watches: RecordedWatches, parent: QObject) -> None:
        super().__init__(parent)
        self._own_code = own_code
        stepping, recorded = controller.stepping, own_code.stepping
        self._instead: dict[Slot, Slot] = {
            stepping.step_line: recorded.step_line,
            stepping.step_update: recorded.step_update,
            stepping.step_epoch: recorded.step_epoch,
            stepping.step_back_line: recorded.step_back_line,
            stepping.step_back_update: recorded.step_back_update,
            stepping.step_back_epoch: recorded.step_back_epoch,
            stepping.to_newest: recorded.to_newest,
            stepping.restart: recorded.restart,
            stepping.seek: recorded.seek,
            controller.running.toggle: recorded.toggle,
            controller.running.run_back: recorded.run_back,
            controller.running.set_speed: own_code.debugging.set_speed,
            controller.running.set_line_speed: own_code.debugging.set_line_speed,
            controller.line_breakpoints.toggle_current: own_code.debugging.toggle_breakpoint,
            controller.line_breakpoints.switch_current: own_code.debugging.switch_breakpoint,
            controller.breakpoints.clear: recorded.clear_breakpoints,
            controller.selecting.select_cell: own_code.selecting.select_cell,
            controller.selecting.select_layer: own_code.selecting.select_layer,
            controller.selecting.select_line: own_code.selecting.select_line,
            controller.selecting.select_sample: own_code.selecting.select_sample,
            controller.selecting.select_unit: own_code.selecting.select_unit,
            controller.selecting.follow_cursor: own_code.selecting.follow_cursor,
            controller.pause: recorded.pause,
            controller.editing.undo: self._refuse,
            controller.editing.redo: self._refuse,
            controller.editing.set_value: self._refuse,
            controller.editing.change_scenario: self._refuse,
            controller.charting.watch_selected_cell: watches.watch_selected_cell,
        }

    def redirected(self, slot: Slot) -> Slot:
        """Return a slot that acts on the recording while there is one, where that means something else."""
        instead = self._instead.get(slot)
        return slot if instead is None else partial(self._choose, slot, instead)

    def links(self, links: list[Link]) -> list[Link]:
        """Return connections that act on the recording while there is one."""
        return [(signal, self.redirected(slot)) for signal, slot in links]

    def commands(self, slots: Mapping[str, Callable[[], None]]) -> dict[str, Callable[[], None]]:
        """Return what actions do, on the recording while there is one."""
        return {name: partial(self._act, slot, self._instead.get(slot, slot)) for name, slot in slots.items()}

    def _choose(self, slot: Slot, instead: Slot, *arguments: object) -> None:
        (instead if self._own_code.is_open else slot)(*arguments)

    def _act(self, slot: Slot, instead: Slot, _checked: bool = False) -> None:
        (instead if self._own_code.is_open else slot)()

    def _refuse(self, *_arguments: object) -> None:
        self.refused.emit()


def pane_links(pane: OwnCodePane, tools: Tools) -> list[Link]:
    """Return what the pane of the person's own code requests, and what that is connected to."""
    own_code = tools.own_code
    return [
        (pane.line_requested, own_code.debugging.select_line),
        (pane.breakpoint_requested, own_code.stepping.toggle_breakpoint),
        (pane.breakpoint_switch_requested, own_code.stepping.switch_breakpoint),
        (pane.run_to_requested, own_code.stepping.run_to),
        (pane.inside_requested, own_code.stepping.step_inside),
        (pane.try_requested, own_code.try_mended),
        (pane.run_requested, own_code.run),
        (pane.text_requested, own_code.run_text),
        (pane.cancel_requested, own_code.cancel),
        (pane.save_requested, own_code.save),
        (pane.back_requested, own_code.take_back),
        (pane.file_requested, tools.ask_own_code),
        (pane.example_requested, partial(tools.insert_example, pane)),
        (pane.advice_requested, own_code.debugging.show_advice),
    ]
