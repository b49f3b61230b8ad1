package heliograph.broadcaster.link;

import java.net.URI;

/** Broadcasts to try things with. */
final class Broadcasts {
    static Broadcast test(String token) {
        return new Broadcast(
                new Source.Test(),
                new Source.Device("mic_a", "Microphone A"),
                new Broadcast.Video(1280, 720, 30, 2500, VideoCodec.AUTO),
                new Broadcast.Processing(true, true, true),
                URI.create("ws://127.0.0.1:8080/ws"),
                token,
                new Broadcast.UdpPorts(50_000, 50_100),
                new Broadcast.Slate("Disconnected", "None", "Hidden"),
                new Broadcast.Withheld(true, false));
    }

    private Broadcasts() {}
}
