package heliograph.broadcaster.link;

import heliograph.signaling.protocol.SealedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A studio without media, as a process of its own, whose weakness is a system property: {@code hang} after it is ready,
 * {@code die} at Start, {@code garbage} between the lines, {@code deaf} to the end of its input.
 */
final class FakeStudio {
    private static final SealedJson<StudioCommand> COMMANDS = SealedJson.of(StudioCommand.class);
    private static final SealedJson<StudioEvent> EVENTS = SealedJson.of(StudioEvent.class);

    private final PrintStream out;
    private final String weakness;

    private FakeStudio(PrintStream out, String weakness) {
        this.out = out;
        this.weakness = weakness;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        FakeStudio studio = new FakeStudio(
                new PrintStream(System.out, true, StandardCharsets.UTF_8), System.getProperty("weakness", "none"));
        studio.say(new StudioEvent.Ready(Integer.getInteger("version", StudioEvent.VERSION)));
        studio.say(new StudioEvent.Devices(
                List.of(new Camera("/dev/video0", "Kamera Ä", List.of(new Camera.Mode(1280, 720, 30)))),
                List.of(new Microphone("mic_a", "Microphone A")),
                List.of(),
                true));
        System.err.println("WARN camera: a warning");
        System.err.println("libfoo: something native");
        if (studio.weakness.equals("hang")) {
            Thread.currentThread().join();
        }
        if (studio.weakness.equals("garbage")) {
            System.out.println("ALSA lib conf.c: \u0007 {\"type\":");
            System.out.println("x".repeat(3 << 20));
        }
        TimerTask pulse = new TimerTask() {
            @Override
            public void run() {
                studio.say(new StudioEvent.Pulse());
            }
        };
        new Timer("pulse", true).scheduleAtFixedRate(pulse, 0, 1000);
        studio.listen();
    }

    private void listen() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            StudioCommand command = COMMANDS.decode(line);
            if (command instanceof StudioCommand.Start) {
                if (weakness.equals("die")) {
                    Runtime.getRuntime().halt(134);
                }
                say(new StudioEvent.OnAir(true, true));
                say(new StudioEvent.Peers((int) ProcessHandle.current().pid(), 0));
            } else if (command instanceof StudioCommand.Stop) {
                say(new StudioEvent.OffAir());
            }
        }
        if (weakness.equals("deaf")) {
            Thread.currentThread().join();
        }
    }

    private synchronized void say(StudioEvent event) {
        out.println(EVENTS.encode(event));
    }
}
