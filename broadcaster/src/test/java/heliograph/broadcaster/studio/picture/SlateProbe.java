package heliograph.broadcaster.studio.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Paints a slate for each line that it reads, and says how much of a text is to be seen on it, and how dark its edges are. */
final class SlateProbe {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    /** Brighter than the sign, and than the ground. */
    private static final int TEXT = 150;

    private SlateProbe() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            Canvas slate = Slate.paint(WIDTH, HEIGHT, word);
            int text = 0;
            int edge = 0;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if ((slate.y().get(y * WIDTH + x) & 0xff) > TEXT) {
                        text++;
                        edge += x == 0 || x == WIDTH - 1 ? 1 : 0;
                    }
                }
            }
            System.out.println(text + " " + edge);
        }
    }
}
