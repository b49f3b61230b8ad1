package heliograph.broadcaster.desk.window;

/** How the window looks and speaks. Lives on the window's thread. */
record Appearance(ThemePresenter theme, LanguagePresenter language) {}
