package heliograph.broadcaster.studio.picture;

import heliograph.broadcaster.studio.picture.Canvas.Colour;

/** Digits of seven segments, so that a clock can be painted on a machine without a font. Any thread. */
final class Digits {
    /** Bit 0 is the top, then clockwise; bit 6 the middle. */
    private static final int[] SEGMENTS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    private Digits() {}

    /** How many times a digit's width a text takes: a colon and a point take half of one. */
    static double widths(String text) {
        return text.chars().mapToDouble(c -> Character.isDigit(c) ? 1 : 0.5).sum();
    }

    /** Paints digits, colons and points into a box. */
    static void paint(Canvas canvas, String text, int left, int top, int right, int bottom) {
        double width = (right - left) / widths(text);
        double x = left;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digit(canvas, c - '0', (int) x, top, (int) (width * 0.8), bottom - top);
                x += width;
            } else {
                dots(canvas, c, (int) (x + width * 0.05), top, (int) (width * 0.2), bottom - top);
                x += width / 2;
            }
        }
    }

    private static void digit(Canvas canvas, int digit, int x, int y, int w, int h) {
        int t = Math.max(2, Math.min(w, h) / 6);
        int half = y + (h - t) / 2;
        int[][] boxes = {
            {x, y, x + w, y + t},
            {x + w - t, y, x + w, half + t},
            {x + w - t, half, x + w, y + h},
            {x, y + h - t, x + w, y + h},
            {x, half, x + t, y + h},
            {x, y, x + t, half + t},
            {x, half, x + w, half + t},
        };
        for (int i = 0; i < boxes.length; i++) {
            if ((SEGMENTS[digit] >> i & 1) == 1) {
                canvas.fill(boxes[i][0], boxes[i][1], boxes[i][2], boxes[i][3], Colour.WHITE);
            }
        }
    }

    private static void dots(Canvas canvas, char c, int x, int y, int w, int h) {
        int t = Math.max(2, Math.min(w, h / 6));
        if (c == ':') {
            canvas.fill(x, y + h / 4, x + t, y + h / 4 + t, Colour.WHITE);
            canvas.fill(x, y + h * 3 / 4 - t, x + t, y + h * 3 / 4, Colour.WHITE);
        } else {
            canvas.fill(x, y + h - t, x + t, y + h, Colour.WHITE);
        }
    }
}
