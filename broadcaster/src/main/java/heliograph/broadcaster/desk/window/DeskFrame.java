package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** The window itself. Lives on Swing's event thread. */
final class DeskFrame extends JFrame {
    private static final int WIDTH = 620;

    private final HeaderPanel header;
    private final SourcesPanel sources;
    private final WithheldPanel withheld;
    private final LinkPanel link;
    private final AccountPanel account;
    private final NoticesPanel notices;
    private final ActionsPanel actions;
    private final JPanel page;
    private int fitted;

    DeskFrame(Words words, Presenter presenter, Clipboard clipboard, Runnable exit) {
        super(words.say("window.title"));
        header = new HeaderPanel(words);
        sources = new SourcesPanel(words, presenter);
        withheld = new WithheldPanel(words, presenter);
        link = new LinkPanel(words, clipboard);
        account = new AccountPanel(words, clipboard, presenter::accountNoted);
        notices = new NoticesPanel(words);
        actions = new ActionsPanel(words, presenter::startOrStop, exit);
        page = new JPanel(new MigLayout("insets 18 20 20 20, gap 0 14, fillx, hidemode 3, wrap 1", "[grow]", ""));
        page.setBackground(Look.PAGE);
        page.add(header, "growx");
        page.add(sources, "growx");
        page.add(withheld, "growx");
        // Room for the ring of the focus, which else is cut off.
        page.add(actions, "growx, h 48!, pad -3 -3 3 3");
        page.add(notices, "growx, wmin 0");
        page.add(link, "growx");
        page.add(account, "growx");
        setName("desk");
        JScrollPane scroll = new JScrollPane(page);
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        setContentPane(scroll);
        setIconImages(HeliographMark.images());
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                actions.takeFocus();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                exit.run();
            }
        });
    }

    void show(WindowModel model) {
        header.show(model.state());
        notices.show(model.notices(), model.offline());
        sources.show(model);
        withheld.show(model.withholding());
        actions.show(model.action());
        link.show(model);
        account.show(model.account());
        fit();
        SwingUtilities.invokeLater(this::fit);
    }

    /**
     * As high as its contents ask for and the screen allows. Once it was made another height by hand, it only grows, and
     * only for what would not be seen otherwise.
     */
    private void fit() {
        if (!isDisplayable()) {
            pack();
            setSize(Math.max(WIDTH, getWidth()), getHeight());
            fitted = getHeight();
        }
        // How high the sentences are depends on how wide they were laid out.
        validate();
        page.revalidate();
        validate();
        Rectangle usable = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int chrome = getHeight() - getContentPane().getHeight();
        int wish = Math.min(page.getPreferredSize().height + chrome, usable.height);
        if (getHeight() < wish || (getHeight() == fitted && getHeight() != wish)) {
            int y = Math.max(usable.y, Math.min(getY(), usable.y + usable.height - wish));
            setBounds(getX(), y, getWidth(), wish);
            fitted = wish;
            validate();
        }
    }
}
