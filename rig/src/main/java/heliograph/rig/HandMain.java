package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.awt.AWTException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import javax.swing.KeyStroke;

/** One movement of a {@link Hand}, on the screen of {@code DISPLAY}; the main thread of a process of its own. */
final class HandMain {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Icons and the edges of letters are narrower. */
    private static final int NARROWEST = 80;

    private final Robot robot;

    private HandMain(Robot robot) {
        this.robot = robot;
    }

    public static void main(String[] args) throws AWTException {
        Robot robot = new Robot();
        robot.setAutoDelay(50);
        HandMain hand = new HandMain(robot);
        if (args[0].equals("click")) {
            hand.click(Integer.parseInt(args[1], 16));
        } else if (args[0].equals("alt")) {
            hand.pressAlt(args[1].charAt(0));
        } else {
            hand.press(KeyStroke.getKeyStroke(args[1]).getKeyCode());
        }
    }

    private void click(int color) {
        // Twice at one place: a window that has just been opened still finds its own.
        Point[] before = {new Point(-1, -1)};
        await("a button of #%06x".formatted(color))
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Point now = widest(color).orElse(new Point(-1, -1));
                    boolean still = now.x >= 0 && now.equals(before[0]);
                    before[0] = now;
                    return still;
                });
        robot.mouseMove(before[0].x, before[0].y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** The middle of the widest stretch of a colour. */
    private Optional<Point> widest(int color) {
        BufferedImage screen = robot.createScreenCapture(
                new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        Optional<Point> middle = Optional.empty();
        int widest = NARROWEST;
        for (int y = 0; y < screen.getHeight(); y++) {
            int width = 0;
            for (int x = 0; x < screen.getWidth(); x++) {
                width = (screen.getRGB(x, y) & 0xffffff) == color ? width + 1 : 0;
                if (width > widest) {
                    widest = width;
                    middle = Optional.of(new Point(x - width / 2, y));
                }
            }
        }
        return middle;
    }

    private void pressAlt(char letter) {
        robot.keyPress(KeyEvent.VK_ALT);
        press(KeyEvent.getExtendedKeyCodeForChar(letter));
        robot.keyRelease(KeyEvent.VK_ALT);
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }
}
