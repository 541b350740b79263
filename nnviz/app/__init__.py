"""The application: it builds controller, documents and window, and connects them.

- `application`: building all of it, rebuilding the window, starting and ending;
- `window_wiring`, `panel_wiring`: which signal goes where;
- `tools`: own data, the quiz, the check of one's own code, the map of two settings;
- `ending`: SIGTERM, SIGHUP and Ctrl+C;
- `notices`, `crash_reports`: what the notice bar says; exceptions that were not caught;
- `preferences`, `text_sizes`, `translation`: theme, text size, language, stored between starts;
  installing the language;
- `memory`: returning memory to the system once a window or a session is gone;
- `stored_settings`: the settings without what is damaged in them;
- `introduction`: what the first run shows;
- `display`: whether Qt can start here at all.
"""
