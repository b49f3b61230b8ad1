package heliograph.broadcaster.desk.window;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/** Panels one above the other, as high as there is room; they scroll only where not even the least fits. Lives on Swing's event thread. */
final class Column extends JPanel implements Scrollable {
    /** Its own insets, and those of a panel whose focus has a ring. */
    private static final int RING = 3;

    private static final int STEP = 24;

    Column() {
        // Room at the sides for the ring of the focus, which else is cut off.
        super(new MigLayout("insets " + RING + ", gap 0 12, fillx, hidemode 3, wrap 1", "[grow, fill]", ""));
        setOpaque(false);
    }

    /** As high as it asks for. */
    void stack(JComponent panel) {
        add(panel, "wmin 0, hmin pref");
    }

    /** As high as it asks for, and beside its edges what {@link #RING} leaves for the ring of the focus. */
    void stackRinged(JComponent panel) {
        add(panel, "wmin 0, hmin pref, pad -" + RING + " -" + RING + " " + RING + " " + RING);
    }

    /** Takes the height that is left, and this much at least. */
    void fill(JComponent panel, int least) {
        add(panel, "wmin 0, growy, pushy, h " + least + ":" + least + ":");
    }

    JScrollPane scrolling() {
        JScrollPane scroll = new JScrollPane(this);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return STEP;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() >= getMinimumSize().height;
    }
}
