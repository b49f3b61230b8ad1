package heliograph.broadcaster.desk.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The picture, or a word where there is none. Lives on Swing's event thread. */
final class PreviewCanvas extends JComponent implements Accessible {
    private static final int USUAL = 288;
    /** More than a scroll bar beside it takes: a height that followed that would bring the bar and take it away, for ever. */
    private static final int NOTHING_NEW = 24;

    private static final int ARC = 10;
    private static final Color GROUND = new Color(0x1A1F26);
    private static final Color TEXT = new Color(0xC4CCD6);

    private @Nullable BufferedImage picture;
    private String word = "";
    /** The width that it is made for; 0: none yet. */
    private int shaped;

    PreviewCanvas(String name) {
        setName("preview-picture");
        getAccessibleContext().setAccessibleName(name);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (shaped == 0 || Math.abs(getWidth() - shaped) > NOTHING_NEW) {
                    shaped = getWidth();
                    revalidate();
                }
            }
        });
    }

    /** As high as most cameras' pictures are in about this width. */
    @Override
    public Dimension getPreferredSize() {
        int width = shaped == 0 ? USUAL : shaped;
        return new Dimension(width, width * 9 / 16);
    }

    void show(@Nullable BufferedImage now, String otherwise) {
        if (now != picture || !otherwise.equals(word)) {
            picture = now;
            word = otherwise;
            getAccessibleContext().setAccessibleDescription(otherwise);
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        copy.setColor(GROUND);
        copy.fill(new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), ARC, ARC));
        if (picture == null) {
            FontMetrics metrics = copy.getFontMetrics(getFont());
            copy.setFont(getFont());
            copy.setColor(TEXT);
            copy.drawString(
                    word,
                    (getWidth() - metrics.stringWidth(word)) / 2,
                    (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2);
        } else {
            double factor =
                    Math.min((double) getWidth() / picture.getWidth(), (double) getHeight() / picture.getHeight());
            int width = (int) Math.round(picture.getWidth() * factor);
            int height = (int) Math.round(picture.getHeight() * factor);
            copy.clip(new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), ARC, ARC));
            copy.drawImage(picture, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        }
        copy.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.ICON;
                }
            };
        }
        return accessibleContext;
    }
}
