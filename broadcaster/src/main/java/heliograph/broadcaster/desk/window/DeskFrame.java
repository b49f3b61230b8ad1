package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** The window itself. Lives on Swing's event thread. */
final class DeskFrame extends JFrame {
    private static final int WIDTH = 620;

    private final HeaderPanel header;
    private final SourcesPanel sources;
    private final LinkPanel link;
    private final AccountPanel account;
    private final NoticesPanel notices;
    private final ActionsPanel actions;

    DeskFrame(Words words, Presenter presenter, Clipboard clipboard, Runnable exit) {
        super(words.say("window.title"));
        header = new HeaderPanel(words);
        sources = new SourcesPanel(words, presenter);
        link = new LinkPanel(words, clipboard);
        account = new AccountPanel(words, clipboard, presenter::accountNoted);
        notices = new NoticesPanel(words);
        actions = new ActionsPanel(words, presenter::startOrStop, exit);
        JPanel page =
                new JPanel(new MigLayout("insets 18 20 20 20, gap 0 14, fillx, hidemode 3, wrap 1", "[grow]", ""));
        page.setBackground(Look.PAGE);
        page.add(header, "growx");
        page.add(notices, "growx, wmin 0");
        page.add(sources, "growx");
        page.add(actions, "growx");
        page.add(link, "growx");
        page.add(account, "growx");
        setName("desk");
        setContentPane(page);
        setIconImages(HeliographMark.images());
        getRootPane().setDefaultButton(actions.action());
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
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
        actions.show(model.action());
        link.show(model);
        account.show(model.account());
        fit();
    }

    /** As high as its contents ask for, which comes and goes with what there is to say; never smaller than made by hand. */
    void fit() {
        getContentPane().doLayout();
        Dimension wish = getContentPane().getPreferredSize();
        int chrome = getHeight() - getContentPane().getHeight();
        if (!isDisplayable() || getContentPane().getHeight() < wish.height) {
            int width = Math.max(WIDTH, getWidth());
            getContentPane().setPreferredSize(null);
            setSize(width, wish.height + Math.max(0, chrome));
            validate();
        }
    }
}
