package heliograph.broadcaster.studio.picture;

import heliograph.broadcaster.studio.picture.Canvas.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The picture that viewers get while there is none: a camera with a stroke through it, and a word. Any thread. */
final class Slate {
    private static final Logger log = LoggerFactory.getLogger(Slate.class);

    /** A calm blue-grey, which the encoder need not spend anything on. */
    private static final Colour TINT = new Colour(38, 133, 124);

    private static final int BLACK = 16;
    private static final int RANGE = 219;
    private static final Color GROUND = new Color(26, 26, 26);
    private static final Color SIGN = new Color(150, 150, 150);
    private static final Color TEXT = new Color(225, 225, 225);

    private Slate() {}

    /** A slate of this size with this word. */
    static Canvas paint(int width, int height, String word) {
        Canvas canvas = Canvas.allocate(width, height);
        canvas.fill(0, 0, width, height, TINT);
        try {
            lumas(drawn(width, height, word), canvas);
        } catch (RuntimeException | Error e) {
            // A JVM without fonts, or without AWT at all: a plain picture is better than a frozen one.
            log.warn("slate: without its word: {}", e.toString());
        }
        return canvas;
    }

    private static BufferedImage drawn(int width, int height, String word) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, width, height);
            sign(graphics, width / 2.0, height * 0.40, Math.min(width, height) * 0.13);
            word(graphics, width, height, word);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void sign(Graphics2D graphics, double x, double y, double unit) {
        graphics.setColor(SIGN);
        graphics.fill(
                new RoundRectangle2D.Double(x - unit, y - unit * 0.6, unit * 1.4, unit * 1.2, unit * 0.3, unit * 0.3));
        Path2D lens = new Path2D.Double();
        lens.moveTo(x + unit * 0.5, y);
        lens.lineTo(x + unit, y - unit * 0.5);
        lens.lineTo(x + unit, y + unit * 0.5);
        lens.closePath();
        graphics.fill(lens);
        Line2D stroke = new Line2D.Double(x - unit * 0.95, y + unit * 0.85, x + unit * 0.95, y - unit * 0.85);
        graphics.setColor(GROUND);
        graphics.setStroke(new BasicStroke((float) (unit * 0.34), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(stroke);
        graphics.setColor(SIGN);
        graphics.setStroke(new BasicStroke((float) (unit * 0.14), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(stroke);
    }

    /** As large as it may be; not at all where the fonts there are would draw boxes. */
    private static void word(Graphics2D graphics, int width, int height, String word) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
        if (word.isBlank() || font.canDisplayUpTo(word) >= 0) {
            return;
        }
        double wide = new TextLayout(word, font, graphics.getFontRenderContext()).getAdvance();
        double size = Math.min(height * 0.085, width * 0.84 * 100 / wide);
        TextLayout text = new TextLayout(word, font.deriveFont((float) size), graphics.getFontRenderContext());
        Rectangle2D box = text.getBounds();
        graphics.setColor(TEXT);
        text.draw(graphics, (float) (width / 2.0 - box.getCenterX()), (float) (height * 0.66));
    }

    private static void lumas(BufferedImage image, Canvas canvas) {
        int[] pixels = new int[image.getWidth()];
        byte[] row = new byte[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) (BLACK + (pixels[x] & 0xff) * RANGE / 255);
            }
            canvas.lumas(0, y, row, 0, row.length);
        }
    }
}
