package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Camera.Mode;
import java.util.List;
import java.util.Optional;

/** Figures that go well together, for who does not care for figures. The best first. */
public enum Quality {
    FULL_HD(1920, 1080, 30, 4500),
    /** Text stays sharp; what moves, jerks. */
    SLIDES(1920, 1080, 10, 2500),
    HD(1280, 720, 30, 2500),
    MEDIUM(960, 540, 30, 1500),
    SMALL(640, 360, 30, 800);

    private final int width;
    private final int height;
    private final int rate;
    private final int bitrate;

    Quality(int width, int height, int rate, int bitrate) {
        this.width = width;
        this.height = height;
        this.rate = rate;
        this.bitrate = bitrate;
    }

    public Figures figures() {
        return new Figures(new Mode(width, height, rate), bitrate);
    }

    /** With one of these modes; empty where none is of about this size and of this rate. */
    public Optional<Figures> of(List<Mode> modes) {
        Figures figures = figures();
        Mode wish = figures.mode();
        Mode nearest = Modes.nearest(modes, wish);
        double size = (double) nearest.width() * nearest.height() / (wish.width() * wish.height());
        return size > 0.7 && size < 1.4 && nearest.rate() == wish.rate()
                ? Optional.of(figures.in(nearest))
                : Optional.empty();
    }
}
