package heliograph.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody at the rig's screen with a mouse and a keyboard; used from one thread.
 *
 * <p>Each movement is a process of its own ({@link HandMain}): AWT knows one screen in a JVM's life, and tests have many.
 */
public final class Hand {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Map<String, String> environment;

    /**
     * At a screen.
     *
     * @param environment what names it, as {@link Rig#environment}
     */
    public Hand(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Clicks the button of this colour: waits until the screen shows a wide stretch of it that stands still, wherever it is.
     *
     * @param color red, green and blue in hexadecimal
     */
    public void click(String color) {
        move("click", color);
    }

    /** Presses a letter while Alt is held. */
    public void pressAlt(char letter) {
        move("alt", String.valueOf(letter));
    }

    /** Presses a key by AWT's name for it, as {@code DOWN}. */
    public void press(String key) {
        move("key", key);
    }

    private void move(String... words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                HandMain.class.getName()));
        command.addAll(List.of(words));
        Command.run(
                command,
                variables -> {
                    variables.remove("LD_PRELOAD");
                    variables.putAll(environment);
                },
                LIMIT);
    }
}
