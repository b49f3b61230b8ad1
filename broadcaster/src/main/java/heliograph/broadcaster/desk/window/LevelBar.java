package heliograph.broadcaster.desk.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleValue;
import javax.swing.JComponent;

/** A level, and a mark where the last peak was, on a scale in decibels. Lives on Swing's event thread. */
final class LevelBar extends JComponent implements Accessible {
    private static final int ARC = 6;
    private static final double LOUD = -18;
    private static final double TOO_LOUD = -6;
    private static final Color GREEN = new Color(0x2E9E57);
    private static final Color AMBER = new Color(0xD99A1C);
    private static final Color RED = new Color(0xC93A30);

    private Meter.Reading reading = new Meter.Reading(Meter.LOWEST, Meter.LOWEST, false);

    LevelBar(String name) {
        setName("level");
        getAccessibleContext().setAccessibleName(name);
        setPreferredSize(new Dimension(160, 14));
        setMinimumSize(new Dimension(80, 14));
    }

    void show(Meter.Reading now) {
        if (!now.equals(reading)) {
            reading = now;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.clip(new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), ARC, ARC));
        copy.setColor(Ink.METER.now());
        copy.fillRect(0, 0, getWidth(), getHeight());
        int level = x(reading.level());
        part(copy, Meter.LOWEST, LOUD, level, GREEN);
        part(copy, LOUD, TOO_LOUD, level, AMBER);
        part(copy, TOO_LOUD, 0, level, RED);
        if (reading.mark() > Meter.LOWEST) {
            copy.setColor(reading.mark() > TOO_LOUD ? RED : Ink.INK.now());
            copy.fillRect(Math.min(getWidth() - 2, x(reading.mark())), 0, 2, getHeight());
        }
        copy.dispose();
    }

    private void part(Graphics2D graphics, double from, double to, int level, Color color) {
        int end = Math.min(level, x(to));
        if (end > x(from)) {
            graphics.setColor(color);
            graphics.fillRect(x(from), 0, end - x(from), getHeight());
        }
    }

    private int x(double decibels) {
        double part = (Math.min(0, decibels) - Meter.LOWEST) / -Meter.LOWEST;
        return (int) Math.round(part * getWidth());
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleLevel();
        }
        return accessibleContext;
    }

    /** Tells its value when it is asked; one that told each change would never let a screen reader come to anything else. */
    private final class AccessibleLevel extends AccessibleJComponent implements AccessibleValue {
        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.PROGRESS_BAR;
        }

        @Override
        public AccessibleValue getAccessibleValue() {
            return this;
        }

        @Override
        public Number getCurrentAccessibleValue() {
            return (int) Math.round(reading.level());
        }

        @Override
        public boolean setCurrentAccessibleValue(Number number) {
            return false;
        }

        @Override
        public Number getMinimumAccessibleValue() {
            return (int) Meter.LOWEST;
        }

        @Override
        public Number getMaximumAccessibleValue() {
            return 0;
        }
    }
}
