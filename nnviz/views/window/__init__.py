"""The main window: actions, menus, transport bar, panels' layout. It composes; the panels are elsewhere."""
