package heliograph.broadcaster.desk.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.Icon;

/** The program's mark: a mirror on its tripod that flashes sunlight. Drawn at any size; lives on Swing's event thread. */
record HeliographMark(int size) implements Icon {

    /** For the title bar, the task bar and the switcher. */
    static List<Image> images() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256)
                .<Image>map(pixels -> {
                    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
                    Graphics2D graphics = image.createGraphics();
                    new HeliographMark(pixels).draw(graphics);
                    graphics.dispose();
                    return image;
                })
                .toList();
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D copy = (Graphics2D) graphics.create(x, y, size, size);
        draw(copy);
        copy.dispose();
    }

    /** On a square of 64 by 64. */
    private void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 64.0, size / 64.0);
        g.setPaint(new GradientPaint(0, 0, new Color(0x2F74E6), 0, 64, new Color(0x123F94)));
        g.fill(new RoundRectangle2D.Double(1, 1, 62, 62, 16, 16));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(24, 42, 16, 55));
        g.draw(new Line2D.Double(24, 42, 32, 55));
        g.draw(new Line2D.Double(24, 40, 24, 55));
        g.fill(new Ellipse2D.Double(10, 17, 28, 28));
        g.setColor(new Color(0x1D5FD1));
        g.fill(new Ellipse2D.Double(20.5, 27.5, 7, 7));
        g.setColor(new Color(0xFFC83D));
        g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(41, 19, 51, 10));
        g.draw(new Line2D.Double(44, 30, 56, 26));
        g.draw(new Line2D.Double(43, 41, 54, 45));
    }
}
