package heliograph.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a tab's newest peer connection has received: {@code inbound-rtp} of its statistics; a value.
 *
 * @param now milliseconds of the page's {@code performance.now()}
 * @param video null where there is none
 * @param audio null where there is none
 */
public record Received(
        double now, @Nullable JsonObject video, @Nullable JsonObject audio) {
    /** Asks the browser. */
    public static Received by(Tab tab) {
        JsonObject received = tab.evaluate("heliographProbe.received()").getAsJsonObject();
        return new Received(
                received.get("now").getAsDouble(), object(received.get("video")), object(received.get("audio")));
    }

    private static @Nullable JsonObject object(JsonElement element) {
        return element.isJsonNull() ? null : element.getAsJsonObject();
    }

    /** A counter of the video: {@code bytesReceived}, {@code freezeCount}, {@code framesDropped} ...; 0 where it is not told. */
    public double video(String name) {
        return number(video, name);
    }

    /** A counter of the audio. */
    public double audio(String name) {
        return number(audio, name);
    }

    /** The video codec, as {@code video/VP8}; empty where there is none. */
    public String codec() {
        return video == null || !video.has("codec") ? "" : video.get("codec").getAsString();
    }

    /** The browser's own idea of how far sound and picture are apart; NaN until both have had a sender report. */
    public double playoutDifference() {
        double picture = number(video, "estimatedPlayoutTimestamp");
        double sound = number(audio, "estimatedPlayoutTimestamp");
        return picture == 0 || sound == 0 ? Double.NaN : sound - picture;
    }

    private static double number(@Nullable JsonObject entry, String name) {
        JsonElement value = entry == null ? null : entry.get(name);
        return value == null || value.isJsonNull() ? 0 : value.getAsDouble();
    }
}
