package heliograph.broadcaster.studio.peer;

import java.util.Set;
import java.util.stream.Collectors;

/** What a log may say of a description: its media and their directions, and neither keys nor addresses. Stateless; any thread. */
final class SdpOutline {
    private static final Set<String> DIRECTIONS = Set.of("a=sendrecv", "a=recvonly", "a=sendonly", "a=inactive");

    static String of(String sdp) {
        return sdp.lines()
                .filter(line -> line.matches("m=(audio|video|application) .*") || DIRECTIONS.contains(line))
                .map(line -> line.startsWith("m=") ? line.split(" ", 2)[0] : line)
                .collect(Collectors.joining(" "));
    }

    private SdpOutline() {}
}
