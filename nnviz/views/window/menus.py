"""The menu bar."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from nnviz.views.window.actions import Actions
from nnviz.views.window.branches_menu import BranchesMenu
from nnviz.views.window.recent_menu import RecentMenu

translate = QCoreApplication.translate


def fill_menus(
    bar: QMenuBar, actions: Actions, panels: Iterable[QAction], branches: BranchesMenu, recent: RecentMenu
) -> dict[str, QMenu]:
    """Build the menus, and return those that others fill, such as ``scenarios`` and ``theme``."""
    scenarios = QMenu(translate("Menus", "S&cenarios"), bar)
    theme = QMenu(translate("Menus", "&Theme"), bar)
    text_size = QMenu(translate("Menus", "Te&xt size"), bar)
    language = QMenu(translate("Menus", "&Language"), bar)
    file = _menu(bar, translate("Menus", "&File"))
    file.addMenu(scenarios)
    _add(file, actions, "examples", "open", "open_data", "draw_data", "playground_link")
    file.addMenu(recent)
    _add(file, actions, "", "save", "save_as")
    export = QMenu(translate("Menus", "&Export as"), file)
    _add(export, actions, "export", "export_scenario", "", "export_numpy", "export_torch", "export_notebook", "")
    _add(export, actions, "export_receipt", "export_losses", "export_predictions", "export_confusion", "export_arrays")
    file.addMenu(export)
    _add(file, actions, "copy_link", "copy_playground_link", "picture", "", "quit")
    _add(_menu(bar, translate("Menus", "&Edit")), actions, "undo", "redo", "", "paste_data", "", "setup", "", "follow")
    run = _menu(bar, translate("Menus", "&Run"))
    _add(run, actions, "line", "update", "epoch", "inside", "", "line-back", "update-back", "epoch-back", "newest")
    _add(run, actions, "jump", "")
    run.addMenu(branches)
    _add(run, actions, "", "run", "faster", "slower", "", "restart")
    run.addSeparator()
    _add(run, actions, "run_back", "breakpoint", "switch_breakpoint", "clear_breakpoints", "", "watch")
    view = _menu(bar, translate("Menus", "&View"))
    view.addActions(list(panels))
    _add(
        view,
        actions,
        "reset_layout",
        "next_panel",
        "previous_panel",
        "",
        "rows",
        "all_shapes",
        "own_labels",
        "next_side",
        "",
    )
    view.addMenu(theme)
    view.addMenu(text_size)
    view.addMenu(language)
    _add(view, actions, "motion", "presentation")
    tools = _menu(bar, translate("Menus", "&Tools"))
    _add(
        tools,
        actions,
        "debug_code",
        "",
        "gradient_check",
        "check_code",
        "",
        "compare",
        "map",
        "",
        "mistakes",
        "break",
        "give_up",
    )
    _add(_menu(bar, translate("Menus", "&Help")), actions, "help", "introduction")
    return {"scenarios": scenarios, "view": view, "theme": theme, "text_size": text_size, "language": language}


def fill_choices(menu: QMenu, choices: Iterable[tuple[str, str]], chosen: str, owner: QWidget) -> QActionGroup:
    """Fill a menu with exclusive choices (key, text), and return their group; each action's data is its key."""
    group = QActionGroup(owner)
    # None is checked while what is shown is not among the choices, such as a scenario from a file.
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
    for key, text in choices:
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.setData(key)
        menu.addAction(action)
    return group


def _menu(bar: QMenuBar, title: str) -> QMenu:
    menu = QMenu(title, bar)
    menu.setToolTipsVisible(True)
    bar.addMenu(menu)
    return menu


def _add(menu: QMenu, actions: Actions, *names: str) -> None:
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()


def close_menus(parent: QWidget) -> None:
    """Close the context menus that are open over a widget or over what is in it."""
    popup = QApplication.activePopupWidget()
    while isinstance(popup, QMenu) and _is_below(popup, parent):
        popup.close()
        popup = QApplication.activePopupWidget()


def _is_below(widget: QWidget, parent: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None and above is not parent:
        above = above.parentWidget()  # a menu is a window of its own, of which Qt's `isAncestorOf` knows no parent
    return above is parent
