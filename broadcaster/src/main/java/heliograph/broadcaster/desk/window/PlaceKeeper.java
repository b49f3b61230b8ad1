package heliograph.broadcaster.desk.window;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Arrays;
import java.util.Optional;

/** Puts a window where it was the last time, and keeps where it is. Lives on Swing's event thread. */
final class PlaceKeeper extends ComponentAdapter {
    /** So much of its bar has to be on a screen for a hand to find it. */
    private static final int HOLD = 80;

    private final Frame frame;
    private final Memory memory;

    private PlaceKeeper(Frame frame, Memory memory) {
        this.frame = frame;
        this.memory = memory;
    }

    /** A packed window; without a place, or where its screen is gone, it goes into the middle. */
    static void of(Frame frame, Memory memory) {
        Remembered.Place place = memory.known().place();
        frame.setLocationRelativeTo(null);
        if (place != null) {
            screen(place).ifPresent(screen -> {
                // A smaller screen than the last time: all of the window stays within reach.
                frame.setBounds(
                        place.x(),
                        Math.max(place.y(), screen.y),
                        Math.min(place.width(), screen.width),
                        Math.min(place.height(), screen.height));
                if (place.maximized()) {
                    frame.setExtendedState(Frame.MAXIMIZED_BOTH);
                }
            });
        }
        frame.addComponentListener(new PlaceKeeper(frame, memory));
    }

    /** The one that has enough of its bar. */
    private static Optional<Rectangle> screen(Remembered.Place place) {
        Rectangle bar = new Rectangle(place.x(), place.y(), place.width(), HOLD);
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
                .map(device -> device.getDefaultConfiguration().getBounds())
                .filter(screen -> {
                    Rectangle seen = screen.intersection(bar);
                    return seen.width >= HOLD && seen.height >= HOLD / 2;
                })
                .findFirst();
    }

    @Override
    public void componentMoved(ComponentEvent event) {
        keep();
    }

    @Override
    public void componentResized(ComponentEvent event) {
        keep();
    }

    private void keep() {
        int state = frame.getExtendedState();
        boolean maximized = (state & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        Rectangle now = frame.getBounds();
        memory.note(known -> {
            Remembered.Place before = known.place();
            // What it goes back to from the whole screen is where it was before.
            return maximized && before != null
                    ? known.at(new Remembered.Place(before.x(), before.y(), before.width(), before.height(), true))
                    : known.at(new Remembered.Place(now.x, now.y, now.width, now.height, maximized));
        });
    }
}
