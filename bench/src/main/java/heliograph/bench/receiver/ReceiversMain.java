package heliograph.bench.receiver;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The receivers' process: what they cost is not the program's. Argument: the link; the account comes from {@code HELIOGRAPH_USER}
 * and {@code HELIOGRAPH_PASSWORD}. Obeys lines on standard input and answers each with a line of JSON; ends when it is closed.
 *
 * <pre>
 * join COUNT                     so many viewers more
 * join COUNT LOSS ROUND_TRIP     the same over bad links: share lost, milliseconds added
 * leave COUNT                    those who joined last leave
 * strangers COUNT                so many packets of strangers' to the port that serves these
 * first                          milliseconds from each offer to the first frame
 * take                           what each got since the last take
 * </pre>
 */
public final class ReceiversMain {
    private ReceiversMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // jitsi-srtp tells which cipher it takes.
        Logger.getLogger("").setLevel(Level.WARNING);
        Whep whep = new Whep(
                URI.create(arguments[0]), System.getenv("HELIOGRAPH_USER"), System.getenv("HELIOGRAPH_PASSWORD"));
        Gson gson = new Gson();
        Receivers receivers = new Receivers(whep);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(answer(receivers, gson, line.split(" ", -1)));
                System.out.flush();
            }
        } finally {
            receivers.leave();
        }
    }

    private static String answer(Receivers receivers, Gson gson, String[] words) throws InterruptedException {
        try {
            return switch (words[0]) {
                case "join" -> {
                    Link.Quality quality = words.length > 2
                            ? new Link.Quality(Double.parseDouble(words[2]), Integer.parseInt(words[3]))
                            : Link.GOOD;
                    receivers.join(Integer.parseInt(words[1]), quality);
                    yield "{}";
                }
                case "leave" -> {
                    receivers.leave(Integer.parseInt(words[1]));
                    yield "{}";
                }
                case "strangers" -> {
                    receivers.suffer(Integer.parseInt(words[1]));
                    yield "{}";
                }
                case "first" -> gson.toJson(receivers.firstFrames());
                case "take" -> gson.toJson(receivers.take());
                default -> throw new IllegalArgumentException("no such order: " + words[0]);
            };
        } catch (IOException e) {
            JsonObject refused = new JsonObject();
            refused.addProperty("error", e.getMessage());
            return refused.toString();
        }
    }
}
