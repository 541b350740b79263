"""The composition root: it builds controller and window and connects them, once, in one place.

Theme, language and presentation size are passed to the window when it is built. When one of them changes, a new window
is built on the same controller and the old one is deleted: so no view has code for changing its words or colours.

Where the time of a start goes, measured with compiled modules: of 425 ms (an empty window with the same libraries: 211)
numpy, Qt and pyqtgraph take 133, our modules 130, of which 75 are the making of 190 dataclasses, the window 85, showing
and painting it 70. Tried and rejected: making dataclasses at their first use saved 25, as two of three are used then.
pyqtgraph, 70 and 13 more for its widget, is needed by the loss plot alone. Making the docks inside the window, rather
than adding them to it when they are full, cost 14 more: each widget is then styled separately. The style sheet costs
22 in all, the Setup panel 40.

What the first key press needs is imported while the person looks at the first frame (`_warm_up`): without that the
first line took 28 ms to be seen, the second one 9 ms. Panels that are opened take 10 to 80 ms the first time, of which
importing is the smaller part: they are left alone.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, QSettings, Qt, QTimer
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.app.crash_reports import CrashReporter
from nnviz.app.ending import EndingSignals
from nnviz.app.notices import Notices
from nnviz.app.own_code_wiring import OwnCodeRequests
from nnviz.app.panel_wiring import PanelWiring
from nnviz.app.preferences import LANGUAGES, THEMES, Preferences, remove_leftovers_of
from nnviz.app.stored_settings import open_settings
from nnviz.app.text_sizes import TEXT_SIZES
from nnviz.app.tools import Tools
from nnviz.app.translation import Language, font_problem
from nnviz.app.window_wiring import Link, announcements, commands, document_announcements, requests
from nnviz.controller.controller import Controller
from nnviz.documents.documents import Documents
from nnviz.documents.exports import EXPORTS, Exports
from nnviz.documents.workspace_state import WorkspaceState
from nnviz.model.background.hard_end import kill_children
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import shipped_titles
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.views.panel import Panel
from nnviz.views.theme import theme_for
from nnviz.views.translation import translate_model
from nnviz.views.window.main_window import MainWindow
from nnviz.views.window.menus import fill_choices

if TYPE_CHECKING:
    from nnviz.app.introduction import Introduction
    from nnviz.app.memory import MemoryRelease
    from nnviz.model.playground import PlaygroundLink
    from nnviz.model.recorded_run.recorded_run import RecordedRun
    from nnviz.model.session_file.file import Opened

_WARM_UP_AFTER: Final = 100
"""Milliseconds: by then the window has been painted."""

_INTRODUCE_AFTER: Final = 800
"""Milliseconds: a person who begins at once with something is left alone."""

_NEEDED_BY_THE_FIRST_STEP: Final = ("nnviz.model.breakpoints.nonfinite_guard", "nnviz.views.inspector.page_writer")

_BUSY: Final = (QApplication.activeModalWidget, QApplication.activePopupWidget, QWidget.mouseGrabber)
"""What of a window must not be deleted: what waits in an event loop of its own, and a panel that is dragged."""

_REBUILD_AGAIN_AFTER: Final = 100
"""Milliseconds until a window is rebuilt that waits for an answer to a dialog."""

PRESENTATION_SCALE = 1.4
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文"}


class App(QObject):
    """A controller and the window on it.

    Parameters
    ----------
    start
        The scenario or session to start with.
    settings
        Where preferences and the layout are stored; what a crash would leave is stored in a folder next to it.
    path
        The file that it was read from, if any.
    """

    def __init__(self, start: Scenario | Opened, settings: QSettings, path: Path | None = None) -> None:
        super().__init__()
        # First of all, as a defect in building the window is one, too.
        self._crash_reporter = CrashReporter(self)
        try:
            self._make(start, settings, path)
        except BaseException:
            self._crash_reporter.remove()
            raise
        # What was imported meanwhile may have installed hooks of its own.
        self._crash_reporter.install()

    def _make(self, start: Scenario | Opened, settings: QSettings, path: Path | None) -> None:
        self.controller = Controller(start if isinstance(start, Scenario) else start.session.scenario, self)
        self.preferences = Preferences(settings)
        self.notices = Notices(self.controller, self)
        self._language = Language(self)
        self._memory: MemoryRelease | None = None
        self._links: list[Link] = []
        self._presenting = False
        self._shown_scenario: str | None = None
        self._recorded_run: RecordedRun | None = None
        self._link: PlaygroundLink | None = None
        self._workspace = WorkspaceState(self.controller, self)
        self._workspace.problem_found.connect(self.notices.show_problem)
        self.documents = self._make_documents(settings)
        self._exports = Exports(self.documents, self)
        self._exports.problem_found.connect(self.notices.show_problem)
        self._exports.scenario_exported.connect(self.documents.remember)
        self.tools = Tools(self.controller, self.documents, self)
        self._own_code = self.tools.own_code
        watches = self.tools.recorded_watches
        watches.notice_given.connect(self.notices.show)
        self._requests = OwnCodeRequests(self.controller, self._own_code, watches, self)
        self._requests.refused.connect(self._refuse_change)
        self.window = self._build()
        self._crash_reporter.fault_found.connect(self.notices.show_fault)
        self._crash_reporter.fault_found.connect(self.documents.save_on_defect)
        self._crash_reporter.problem_found.connect(self.notices.show_problem)
        self.controller.snapshot_changed.connect(self._crash_reporter.forget_told)
        self.documents.start_with(start, path)
        hints = QApplication.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._rebuild_for_system)

    # Building ----------------------------------------------------------------------------------------------------

    def _make_documents(self, settings: QSettings) -> Documents:
        documents = Documents(self.controller, self._workspace.to_plain, settings, self)
        documents.scenario_opened.connect(self._open)
        for opened in (documents.scenario_opened, documents.session_opened):
            opened.connect(self._release_memory)
        documents.session_opened.connect(self._open_session)
        documents.opening_withdrawn.connect(self._show_what_is_open)
        documents.close_allowed.connect(self._quit)
        documents.problem_found.connect(self.notices.show_problem)
        documents.notice_given.connect(self.notices.show)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.commitDataRequest.connect(documents.save_for_recovery)
        return documents

    def _build(self) -> MainWindow:
        language = self.preferences.language
        self._lacks_language = not self._language.install(language)
        if self._lacks_language:
            language = "en"
        scale = self.preferences.text_size * (PRESENTATION_SCALE if self._presenting else 1.0)
        titles = shipped_titles(language)
        window = MainWindow(
            titles, theme_for(self.preferences.theme, scale, moves=self.preferences.motion), self.preferences.settings
        )
        self._connect(window, titles)
        self._fill_menus(window, titles)
        return window

    def _connect(self, window: MainWindow, titles: Sequence[tuple[str, str]]) -> None:
        controller, documents = self.controller, self.documents
        self._has_announced = False
        self.notices.window = self._workspace.window = self.tools.window = window
        if "introduction" in vars(self):
            self.introduction.window = window
        self._links = [
            (controller.snapshot_changed, self._show_snapshot),
            (controller.run_state_changed, self._show_state),
            (controller.selection_changed, self._show_selection),
            *announcements(controller, window, self.notices),
            *document_announcements(documents, window),
            *self._requests.links(requests(controller, window, documents)),
            *self._own_code_links(window),
            (window.drop.file_dropped, self.tools.open_dropped),
            (window.recent.open_requested, self.tools.open_recent),
            (window.question.answered, self._answer),
            (window.link_requested, self._open_link),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        self._wiring = PanelWiring(controller, documents, self.tools, window.panels, titles, self._open_compared)
        window.panels.tell_made(self._connect_panel)
        window.actions_by_name.connect(
            {
                **self._requests.commands(commands(controller)),
                **self.tools.commands(),
                "faster": self._faster,
                "slower": self._slower,
                "save": self._save,
                "save_as": self._save_as,
                "export": self._export,
                **{f"export_{kind}": partial(self._export_written, kind) for kind in EXPORTS},
                "copy_link": self._copy_link,
                "copy_playground_link": self._copy_playground_link,
                "picture": self._save_picture,
                "quit": documents.ask_close,
                "rows": self._show_convention,
                "own_labels": self._show_convention,
                "motion": self._toggle_motion,
                "presentation": self._toggle_presentation,
                "introduction": self._introduce,
            }
        )
        window.actions_by_name["motion"].setChecked(self.preferences.motion)
        window.actions_by_name["presentation"].setChecked(self._presenting)

    def _own_code_links(self, window: MainWindow) -> list[Link]:
        own_code = self._own_code
        return [
            (own_code.state_changed, self._show_own_code),
            (own_code.moment_changed, self._show_moment),
            (own_code.run_state_changed, self._show_recorded_state),
            (own_code.selection_changed, window.show_selection),
            (own_code.stepping.breakpoints_changed, window.show_source_breakpoints),
            (own_code.problem_found, self.notices.show_problem),
            (own_code.notice_given, self.notices.show),
            (window.cursor_requested, own_code.stepping.go_to),
        ]

    def _connect_panel(self, name: str, panel: Panel) -> None:
        """Connect a panel that has been made; one of a window that is shown is sent what it has missed."""
        connections = self._wiring.of(name, panel)
        links = [*self._requests.links(list(connections.requests)), *connections.announcements]
        self._links += links
        for signal, slot in links:
            signal.connect(slot)
        if self._has_announced:
            for announcer in connections.announcers:
                announcer.announce()

    def _fill_menus(self, window: MainWindow, titles: Sequence[tuple[str, str]]) -> None:
        themes = {"system": self.tr("Use system setting"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        choices = [(key, themes[key]) for key in THEMES]
        fill_choices(window.menus["theme"], choices, self.preferences.theme, window).triggered.connect(self._set_theme)
        sizes = [(f"{size:g}", f"{100 * size:.0f} %") for size in TEXT_SIZES]
        group = fill_choices(window.menus["text_size"], sizes, f"{self.preferences.text_size:g}", window)
        group.triggered.connect(self._set_text_size)
        languages = [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES]
        group = fill_choices(window.menus["language"], languages, self.preferences.language, window)
        group.triggered.connect(self._set_language)
        group = fill_choices(window.menus["scenarios"], titles, self.controller.snapshot.scenario.name, window)
        group.triggered.connect(self._open_chosen)

    def start(self) -> None:
        """Show the window with what the controller holds."""
        if self._presenting:
            self.window.showFullScreen()
        else:
            self.window.show()
        self.controller.announce()
        self.tools.announce()
        self.documents.announce()
        self._own_code.announce()
        self._has_announced = True
        problems = []
        if self._lacks_language:
            text = self.tr("The translation into %1 cannot be read; the window is in English.")
            problems.append(text.replace("%1", LANGUAGE_NAMES[self.preferences.language]))
        elif (problem := font_problem(self.preferences.language)) is not None:
            problems.append(problem)
        if self.window.layout_was_damaged:
            problems.append(self.tr("The remembered layout of the panels is damaged; the first one is shown."))
        self.notices.show_problems(problems)

    def introduce_once(self) -> None:
        """Show the introduction, where it has not been shown yet and the person has not begun with anything."""
        from nnviz.app.introduction import SCENARIO, SHOWN

        settings, now = self.preferences.settings, self.controller.snapshot
        is_untouched = now.scenario.name == SCENARIO and now.position.update == 0 and not self.window.asks
        is_idle = not self.controller.run_state.running and not self._own_code.is_open and self.window.isVisible()
        if settings.value(SHOWN) != "yes" and is_untouched and is_idle:
            settings.setValue(SHOWN, "yes")
            self.introduction.begin()

    @cached_property
    def introduction(self) -> Introduction:
        """What the first run shows; it is made when it is shown."""
        from nnviz.app.introduction import Introduction

        introduction = Introduction(self.controller, self.tools.debug_code, self)
        introduction.window = self.window
        return introduction

    def _end_introduction(self) -> None:
        if "introduction" in vars(self):
            self.introduction.end()

    def _introduce(self) -> None:
        from nnviz.app.introduction import SCENARIO

        self.documents.open_shipped(SCENARIO)
        if self.controller.snapshot.scenario.name == SCENARIO and not self.window.asks:
            self.introduction.begin()

    def rebuild(self) -> None:
        """Rebuild the window, for another theme, language or size; what is asked, told and typed in it stays."""
        from nnviz.views.window.typing import type_again, typing_in

        old = self.window
        if any(busy() is not None for busy in _BUSY):
            # It would be deleted while it waits for an answer, or, which Qt does not survive, while it is dragged.
            QTimer.singleShot(_REBUILD_AGAIN_AFTER, self.rebuild)
            return
        self._end_introduction()
        self.controller.pause()
        old.remember()
        typing, notice = typing_in(old), old.notice.notice()
        # From here on nothing that the old window does on its way out is a request, such as leaving a field.
        for signal, slot in self._links:
            signal.disconnect(slot)
        self.window = self._build()
        for name in ("rows", "own_labels", "all_shapes"):
            self.window.actions_by_name[name].setChecked(old.actions_by_name[name].isChecked())
        self.window.panels.choose(old.panels.choices())
        self._show_convention()
        self.start()
        if notice is not None and not self.window.notice.text():
            self.window.notice.show_notice(notice)
        type_again(self.window, typing)
        old.leave()
        old.deleteLater()
        self._release_memory()

    def _release_memory(self) -> None:
        """Return the memory of a window or a session that is gone, soon."""
        from nnviz.app.memory import MemoryRelease

        if self._memory is None:
            self._memory = MemoryRelease(self)
        self._memory.request()

    # Showing -----------------------------------------------------------------------------------------------------

    def _show_own_code(self, state: object) -> None:
        now = self._own_code.state
        self.window.show_own_code(now)
        if now is None:
            self._recorded_run = None
            self._shown_scenario = None
            self.controller.announce()
            self.documents.announce()
        else:
            self._show_recorded_state(self._own_code.debugging.run_state)

    def _show_moment(self, moment: object) -> None:
        now = self._own_code.stepping.moment
        if now is None:
            return
        if self._recorded_run is not now.run and now.snapshot is not None:
            self._recorded_run = now.run
            scenario = now.snapshot.scenario
            self.window.actions_by_name["rows"].setChecked(scenario.convention == "rows")
            self.window.show_convention(scenario.convention)
        self.window.show_moment(now, self._own_code.debugging.possible(), self._own_code.debugging.run_state)

    def _show_recorded_state(self, state: object) -> None:
        if self._own_code.is_open:
            self.window.show_possible(self._own_code.debugging.possible(), self._own_code.debugging.run_state)

    def _refuse_change(self) -> None:
        text = self.tr("What your code did cannot be changed here: “Open as scenario” makes a session of it that can.")
        self.notices.show(text)

    def _show_snapshot(self, snapshot: object) -> None:
        if self._own_code.is_recorded:
            return  # the session waits behind what has been recorded
        now = self.controller.snapshot
        if self._shown_scenario != now.scenario.name:
            self._shown_scenario = now.scenario.name
            self.notices.forget_edit()
            self._begin_scenario(now.scenario)
            if self.controller.snapshot is not now:
                return  # its symbols have been named, and it has been shown
        self.notices.forget_what_is_over()
        self.window.show_snapshot(now, self.controller.run_state)

    def _show_selection(self, selection: Selection) -> None:
        if not self._own_code.is_recorded:  # in that, something else is selected
            self.window.show_selection(selection)

    def _begin_scenario(self, scenario: Scenario) -> None:
        """Show a scenario in its own convention and with its own names, and mark it in the menu."""
        self.window.actions_by_name["rows"].setChecked(scenario.convention == "rows")
        self.window.actions_by_name["own_labels"].setChecked(bool(scenario.labels))
        self._show_convention()
        self._mark_scenario(scenario.name)

    def _mark_scenario(self, name: str) -> None:
        for action in self.window.menus["scenarios"].actions():
            action.setChecked(action.data() == name)

    def _show_what_is_open(self) -> None:
        """Show what is open in the menu and the transport bar again, after another choice that was withdrawn."""
        self._mark_scenario(self.controller.snapshot.scenario.name)
        self.controller.announce()

    def _show_state(self, state: object) -> None:
        if self._own_code.is_open:
            return
        self.window.show_state(self.controller.snapshot, self.controller.run_state)

    def _show_convention(self) -> None:
        actions = self.window.actions_by_name
        self.window.show_convention("rows" if actions["rows"].isChecked() else "columns")
        self.controller.owner.show_own_labels(actions["own_labels"].isChecked())

    # What actions request ----------------------------------------------------------------------------------------

    def _faster(self) -> None:
        self.window.transport.speed.step(1)

    def _slower(self) -> None:
        self.window.transport.speed.step(-1)

    def _open_chosen(self, action: QAction) -> None:
        self.documents.open_shipped(str(action.data()))

    def _open_link(self, link: object) -> None:
        from nnviz.model.playground import PlaygroundLink

        assert isinstance(link, PlaygroundLink)
        self._link = link
        self.documents.open_made(link.scenario)

    def _open(self, session: Session) -> None:
        self._own_code.close()
        self._shown_scenario = None
        self.window.notice.clear()
        self.controller.open_session(session)
        link, self._link = self._link, None
        if link is not None and link.scenario is session.scenario:
            self.window.panels.boundary.draw_as(test=link.shows_test, discretised=link.discretised)

    def _open_session(self, opened: Opened) -> None:
        self._own_code.close()
        self._shown_scenario = None
        self.window.notice.clear()
        self.controller.open_session(opened.session)
        self._workspace.restore(opened.debugger_state)
        self._show_convention()

    def _open_compared(self, key: int) -> None:
        self.documents.exchange(partial(self.controller.exchange, key))

    def _answer(self, key: str) -> None:
        self.documents.answer(key, self.window)

    def _save(self) -> None:
        if self._own_code.is_open:
            self._own_code.save()
        else:
            self.documents.save(self.window)

    def _save_as(self) -> None:
        if self._own_code.is_open:
            self._refuse_change()
        else:
            self.documents.save_as(self.window)

    def _export(self) -> None:
        moment = self._own_code.stepping.moment
        found = None if moment is None else moment.run.network
        scenario = self.controller.snapshot.scenario if found is None else found.scenario
        self._exports.export_scenario(self.window, scenario, self.documents.suggested(".json"))

    def _export_written(self, kind: str) -> None:
        name = self.documents.suggested("")
        self._exports.export_written(self.window, self.controller.snapshot, kind, name)

    def _copy_link(self) -> None:
        from nnviz.model.scenario.link import link_of
        from nnviz.views.widgets.clipboard import copy_text

        try:
            link = link_of(self.controller.snapshot.scenario)
        except ModelError as error:
            self.notices.show_problem(error)
            return
        copy_text(link)
        text = self.tr("The link is copied: %1 characters. nnviz opens it, also from the clipboard (Ctrl+Shift+V).")
        self.notices.show(text.replace("%1", str(len(link))))

    def _copy_playground_link(self) -> None:
        from nnviz.model.playground import link_of
        from nnviz.views.widgets.clipboard import copy_text

        try:
            written = link_of(self.controller.snapshot.scenario)
        except ModelError as error:
            self.notices.show_problem(error)
            return
        copy_text(written.link)
        text = self.tr("The Playground link is copied.")
        self.notices.show(" ".join((text, *map(translate_model, written.notes))))

    def _save_picture(self) -> None:
        self._exports.save_picture(self.window, self.documents.suggested(".png"))

    def _set_theme(self, action: QAction) -> None:
        self.preferences.theme = action.data()
        self._rebuild_soon()

    def _set_text_size(self, action: QAction) -> None:
        self.preferences.text_size = float(action.data())
        self._rebuild_soon()

    def _set_language(self, action: QAction) -> None:
        self.preferences.language = action.data()
        self._rebuild_soon()

    def _toggle_motion(self) -> None:
        self.preferences.motion = not self.preferences.motion
        self._rebuild_soon()

    def _toggle_presentation(self) -> None:
        self._presenting = not self._presenting
        self._rebuild_soon()

    def _rebuild_for_system(self) -> None:
        if self.preferences.theme == "system":
            self._rebuild_soon()

    def _rebuild_soon(self) -> None:
        # Not while a menu of the old window is still handling the click.
        QTimer.singleShot(0, self.rebuild)

    def _quit(self) -> None:
        self.controller.pause()
        self.window.leave()
        QApplication.quit()

    def save_at_end(self) -> None:
        """Save unsaved work for the next start, and what is chosen in the window: the application is about to end."""
        self.tools.cancel()
        kill_children()  # those of a map would take the time in which to save
        self.controller.finish()
        self.controller.pause()  # a search of the past that was broken off by that goes back
        self.documents.leave_for_next_start()
        self.window.remember()
        self.preferences.settings.sync()

    def dispose(self) -> None:
        """Delete everything in order; Qt may crash at exit when the interpreter does it in an order of its own."""
        self._end_introduction()
        self.controller.finish()
        self.controller.comparison.clear()
        self._crash_reporter.remove()
        self.tools.stop()
        self.documents.end()
        self.window.leave()
        self.window.deleteLater()
        self._language.remove()
        if self._memory is not None:
            self._memory.stop()


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the Qt application, with the names that settings are stored under."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(list(arguments))
    application.setApplicationName("nnviz")
    application.setOrganizationName("nnviz")
    # Wayland and the docks of desktops know a window by it; otherwise all of Python's are one.
    application.setDesktopFileName("nnviz")
    if sys.platform == "win32":  # the same for the task bar there
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("nnviz.nnviz")
    application.setStyle("Fusion")
    return application


def run_app(
    start: Scenario | Opened,
    path: Path | None = None,
    notices: Sequence[str] = (),
    code: Path | None = None,
    samples: Path | None = None,
) -> int:
    """Show the window until the person closes it; return the exit status.

    Parameters
    ----------
    start, path
        The scenario or session, and the file that can be saved again.
    notices
        What is told of them, marked for translation.
    code
        The person's own code, which is shown.
    samples
        A file of samples whose reading needs a decision: it is shown in the import panel.
    """
    application = make_application(sys.argv[:1])
    settings, troubles = open_settings()
    remove_leftovers_of(Path(settings.fileName()))
    app = App(start, settings, path)
    ending = EndingSignals(app.save_at_end, QApplication.exit)
    app.start()
    gc.freeze()
    gc.enable()
    app.documents.begin()
    if code is not None:
        app.tools.show_code(code)
    elif samples is not None:
        app.tools.open_dropped(samples)
    elif path is None and not notices and isinstance(start, Scenario):
        QTimer.singleShot(_INTRODUCE_AFTER, app.introduce_once)
    if notices and not app.window.notice.text():
        app.notices.show("\n".join(map(translate_model, notices)))
    elif notices:
        app.notices.show_problems([translate_model(notice) for notice in notices])
    app.notices.show_problems([trouble.text() for trouble in troubles])
    QTimer.singleShot(_WARM_UP_AFTER, _warm_up)
    status = application.exec()
    app.dispose()
    application.sendPostedEvents(None, 0)
    ending.restore()
    return status


def _warm_up() -> None:
    for module in _NEEDED_BY_THE_FIRST_STEP:
        import_module(module)
