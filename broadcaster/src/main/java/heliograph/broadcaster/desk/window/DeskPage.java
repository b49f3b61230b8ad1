package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Frame;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * All that the window shows, in one language: on the left what is sent, on the right what becomes of it. Lives on Swing's event
 * thread.
 */
final class DeskPage extends JPanel {
    /** A heading and three rows. */
    private static final int VIEWERS = 168;

    private final transient Presenter presenter;
    private final SourcesPanel sources;
    private final WithheldPanel withheld;
    private final ActionsPanel actions;
    private final LeavingPanel leaving;
    private final StatePanel state;
    private final NoticesPanel notices;
    private final LinkPanel link;
    private final ShareDialog share;
    private final AccountPanel account;
    private final ViewersPanel viewers;
    private final HeaderPanel header;
    private final CheckPanel check;
    private final AppearancePanel appearance;
    private final Column left = new Column();
    private final Column right = new Column();

    DeskPage(Frame owner, Words words, Presenters presenters, Clipboard clipboard, Runnable exit) {
        super(new MigLayout("insets 9, fill, gap 7 0", "[338:30%:560, fill][grow, fill]", "[grow, fill]"));
        presenter = presenters.broadcast();
        Look.style(this, "background: " + Ink.PAGE.variable());
        sources = new SourcesPanel(words, presenter);
        withheld = new WithheldPanel(words, presenter);
        leaving = new LeavingPanel(words, exit);
        actions = new ActionsPanel(words, presenter::startOrStop, this::leave);
        state = new StatePanel(words);
        notices = new NoticesPanel(words);
        share = new ShareDialog(owner, words, clipboard, presenters);
        link = new LinkPanel(words, clipboard, share::open);
        account = new AccountPanel(words, clipboard, presenter::accountNoted);
        viewers = new ViewersPanel(words, presenter::remove);
        header = new HeaderPanel(words, this::checkConnection);
        check = new CheckPanel(words, presenters.check(), this::checked);
        appearance = new AppearancePanel(words, presenters.theme(), presenters.language());
        left.stack(header);
        left.stack(new MonitorPanel(words, presenter.monitor()));
        left.stack(sources);
        left.stack(withheld);
        left.stackRinged(actions);
        left.stack(appearance);
        right.stack(state);
        right.stack(leaving);
        right.stack(notices);
        right.stack(link);
        right.stack(new TitlePanel(words, presenter.title()));
        right.stack(account);
        right.fill(viewers, VIEWERS);
        right.fill(check, VIEWERS);
        add(left.scrolling(), "wmin 0, hmin 0");
        add(right.scrolling(), "wmin 0, hmin 0");
    }

    void show(WindowModel model) {
        state.show(model);
        leaving.settle(model.action().stops());
        notices.show(model.notices(), model.offline());
        sources.show(model);
        withheld.show(model.withholding());
        actions.show(model.action());
        link.show(model);
        share.show(model.ways(), model.fingerprint());
        account.show(model.account());
        viewers.show(model.viewers());
    }

    /** How high the sentences are depends on how wide they were laid out. */
    void settle() {
        left.revalidate();
        right.revalidate();
    }

    void takeFocus() {
        actions.takeFocus();
    }

    /** The user wants to leave. */
    void leave() {
        leaving.leave(presenter.isOnAir());
    }

    /** Goes on where another stopped, whose place it has taken: with what was open there, where it was. */
    void goOnFrom(DeskPage before) {
        sources.goOnFrom(before.sources);
        if (before.leaving.isVisible()) {
            leave();
        }
        if (before.check.isVisible()) {
            viewers.setVisible(false);
            check.setVisible(true);
        }
        if (before.share.isVisible()) {
            share.goOnFrom(before.share);
        }
        // With its timers, and with passwords that were being typed.
        before.share.setVisible(false);
        before.share.dispose();
        appearance.takeFocusOfLanguage();
    }

    /** What is seen of it without scrolling is a matter of tests. */
    Column rightColumn() {
        return right;
    }

    private void checkConnection() {
        viewers.setVisible(false);
        check.open();
    }

    private void checked() {
        check.setVisible(false);
        viewers.setVisible(true);
        header.takeFocus();
    }
}
