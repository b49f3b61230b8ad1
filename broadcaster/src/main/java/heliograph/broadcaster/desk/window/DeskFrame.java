package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Function;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * The window itself. Its size is the user's; nothing that happens changes it. Lives on Swing's event thread.
 */
final class DeskFrame extends JFrame {
    private static final Dimension WISH = new Dimension(1120, 760);
    private static final Dimension LEAST = new Dimension(720, 420);

    private final transient Words words;
    private final transient Function<Frame, DeskPage> pages;
    private DeskPage page;

    /** {@code pages}: what it shows, made in the language that is spoken then. */
    DeskFrame(Words words, Function<Frame, DeskPage> pages) {
        super(words.say("window.title"));
        this.words = words;
        this.pages = pages;
        page = pages.apply(this);
        setName("desk");
        setContentPane(page);
        setIconImages(Pictogram.marks());
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                page.takeFocus();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                page.leave();
            }
        });
        Rectangle usable = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        setPreferredSize(new Dimension(Math.min(WISH.width, usable.width), Math.min(WISH.height, usable.height)));
        setMinimumSize(LEAST);
        pack();
    }

    void show(WindowModel model) {
        page.show(model);
        settle();
        SwingUtilities.invokeLater(this::settle);
    }

    /** Everything again, in the language that is spoken by now. What is looked at goes on through it. */
    void sayAnew(Presenter presenter) {
        presenter.monitor().throughout(() -> turnPage(presenter), System.nanoTime());
    }

    private void turnPage(Presenter presenter) {
        DeskPage before = page;
        setTitle(words.say("window.title"));
        page = pages.apply(this);
        setContentPane(page);
        presenter.spoken();
        page.goOnFrom(before);
    }

    /** What is seen of it without scrolling is a matter of tests. */
    Column rightColumn() {
        return page.rightColumn();
    }

    /** How high the sentences are depends on how wide they were laid out. */
    private void settle() {
        if (isValid()) {
            return;
        }
        validate();
        page.settle();
        validate();
    }
}
