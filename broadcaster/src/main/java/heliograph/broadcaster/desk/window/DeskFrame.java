package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/**
 * The window itself: on the left what is sent, on the right what becomes of it. Its size is the user's; nothing that
 * happens changes it. Lives on Swing's event thread.
 */
final class DeskFrame extends JFrame {
    private static final Dimension WISH = new Dimension(1120, 760);
    private static final Dimension LEAST = new Dimension(720, 420);
    /** A heading and three rows. */
    private static final int VIEWERS = 168;

    private final SourcesPanel sources;
    private final MonitorPanel monitor;
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
    private final Column left = new Column();
    private final Column right = new Column();

    DeskFrame(
            Words words,
            Presenter presenter,
            ThemePresenter theme,
            GuestPages guests,
            Clipboard clipboard,
            Runnable exit) {
        super(words.say("window.title"));
        sources = new SourcesPanel(words, presenter);
        monitor = new MonitorPanel(words, presenter.monitor());
        withheld = new WithheldPanel(words, presenter);
        leaving = new LeavingPanel(words, exit);
        Runnable leave = () -> leaving.leave(presenter.isOnAir());
        actions = new ActionsPanel(words, presenter::startOrStop, leave);
        state = new StatePanel(words);
        notices = new NoticesPanel(words);
        share = new ShareDialog(this, words, clipboard, guests);
        link = new LinkPanel(words, clipboard, share::open);
        account = new AccountPanel(words, clipboard, presenter::accountNoted);
        viewers = new ViewersPanel(words, presenter::remove);
        header = new HeaderPanel(words, this::checkConnection);
        check = new CheckPanel(
                words,
                new CheckPresenter(words, presenter::checks, new CheckRun()::start, SwingUtilities::invokeLater),
                this::checked);
        left.stack(header);
        left.stack(monitor);
        left.stack(sources);
        left.stack(withheld);
        left.stackRinged(actions);
        left.stack(new ThemePanel(words, theme));
        right.stack(state);
        right.stack(leaving);
        right.stack(notices);
        right.stack(link);
        right.stack(new TitlePanel(words, presenter.title()));
        right.stack(account);
        right.fill(viewers, VIEWERS);
        right.fill(check, VIEWERS);
        setName("desk");
        setContentPane(page());
        setIconImages(HeliographMark.images());
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                actions.takeFocus();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                leave.run();
            }
        });
        Rectangle usable = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        setPreferredSize(new Dimension(Math.min(WISH.width, usable.width), Math.min(WISH.height, usable.height)));
        setMinimumSize(LEAST);
        pack();
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
        settle();
        SwingUtilities.invokeLater(this::settle);
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

    /** What is seen of it without scrolling is a matter of tests. */
    Column rightColumn() {
        return right;
    }

    private JPanel page() {
        JPanel page =
                new JPanel(new MigLayout("insets 9, fill, gap 7 0", "[324:30%:560, fill][grow, fill]", "[grow, fill]"));
        Look.style(page, "background: " + Ink.PAGE.variable());
        page.add(left.scrolling(), "wmin 0, hmin 0");
        page.add(right.scrolling(), "wmin 0, hmin 0");
        return page;
    }

    /** How high the sentences are depends on how wide they were laid out. */
    private void settle() {
        if (isValid()) {
            return;
        }
        validate();
        left.revalidate();
        right.revalidate();
        validate();
    }
}
