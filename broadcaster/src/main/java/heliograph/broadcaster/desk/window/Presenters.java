package heliograph.broadcaster.desk.window;

/**
 * All that the window's parts speak with. It outlives each page of the window, and with it what must not be forgotten: a new invitation's
 * link, a check that runs. Lives on the window's thread.
 */
record Presenters(
        Presenter broadcast,
        CheckPresenter check,
        InvitationsPresenter invitations,
        AccountsPresenter accounts,
        ThemePresenter theme,
        LanguagePresenter language) {}
