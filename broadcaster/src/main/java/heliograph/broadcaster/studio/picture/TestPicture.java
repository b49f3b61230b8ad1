package heliograph.broadcaster.studio.picture;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.studio.picture.Canvas.Colour;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The test picture: colour bars, a hand, a clock, snow, a flash each second, and at the top two rows of blocks that a
 * program reads the frame's number and time from. Painted onto what stays the same; one thread.
 */
final class TestPicture {
    private static final int BLOCKS = 32;
    private static final int MARK = 5 << 24;
    private static final int FLASH_MILLIS = 100;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final Colour[] BARS = {
        new Colour(180, 128, 128),
        new Colour(162, 44, 142),
        new Colour(131, 156, 44),
        new Colour(112, 72, 58),
        new Colour(84, 184, 198),
        new Colour(65, 100, 212),
        new Colour(35, 212, 114),
        new Colour(50, 128, 128)
    };

    private final int width;
    private final int height;
    private final ZoneId zone;
    private final Canvas background;
    private final Snow snow;

    TestPicture(Broadcast.Video video, ZoneId zone) {
        this.width = video.width();
        this.height = video.height();
        this.zone = zone;
        this.background = Canvas.allocate(width, height);
        int margin = width / BLOCKS;
        int bitsPerFrame = video.bitrate() * 1000 / Math.max(1, video.rate());
        this.snow = new Snow(margin, height / 4, width / 4 - margin, height * 3 / 4, bitsPerFrame);
        paintBackground();
    }

    /** Paints the frame of this number, made at this moment. */
    void paint(Canvas canvas, int number, Instant moment) {
        long millis = moment.toEpochMilli();
        canvas.copyFrom(background);
        snow.paint(canvas);
        hand(canvas, millis);
        String clock = CLOCK.format(moment.atZone(zone));
        Digits.paint(canvas, clock, width * 9 / 32, height * 26 / 32, width * 23 / 32, height * 30 / 32);
        if (Math.floorMod(millis, 1000) < FLASH_MILLIS) {
            canvas.fill(width / 4, height / 4, width * 3 / 4, height * 3 / 4, Colour.WHITE);
        }
        blocks(canvas, 0, MARK | (number & 0xffffff));
        blocks(canvas, 1, (int) millis);
    }

    private void paintBackground() {
        for (int i = 0; i < BARS.length; i++) {
            background.fill(width * i / BARS.length, 0, width * (i + 1) / BARS.length, height, BARS[i]);
        }
        background.fill(width / 4, height * 25 / 32, width * 3 / 4, height * 31 / 32, Colour.BLACK);
        int radius = radius();
        background.fill(
                width * 7 / 8 - radius, height / 2 - radius, width * 7 / 8 + radius, height / 2 + radius, Colour.GREY);
    }

    /** Once round in a second, at the top when the flash begins. */
    private void hand(Canvas canvas, long millis) {
        double angle = 2 * Math.PI * Math.floorMod(millis, 1000) / 1000;
        int thick = Math.max(1, radius() / 16);
        for (int r = 0; r < radius() - thick; r += thick) {
            int x = width * 7 / 8 + (int) Math.round(r * Math.sin(angle));
            int y = height / 2 - (int) Math.round(r * Math.cos(angle));
            canvas.fill(x - thick, y - thick, x + thick, y + thick, Colour.WHITE);
        }
    }

    private int radius() {
        return Math.min(width / 10, height / 5);
    }

    private void blocks(Canvas canvas, int row, int bits) {
        int top = height * row / 16;
        int bottom = height * (row + 1) / 16;
        for (int i = 0; i < BLOCKS; i++) {
            boolean one = (bits >>> (BLOCKS - 1 - i) & 1) == 1;
            canvas.fill(width * i / BLOCKS, top, width * (i + 1) / BLOCKS, bottom, one ? Colour.WHITE : Colour.BLACK);
        }
    }
}
