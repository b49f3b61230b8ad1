package heliograph.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds each frame that the relay got again in what it sent, and tells how long that took. Stateless; any thread. */
final class Hops {
    // A frame that took longer than this is not found again; the issue asks for 25 ms.
    private static final double LONGEST = 1000;

    private record Flow(int from, int to) {}

    private Hops() {}

    /**
     * In milliseconds, a value for each frame and viewer.
     *
     * @param packets in the order of time
     * @param relay the ports of the relay's process: what goes to one is the studio's, what leaves one is for a viewer
     */
    static List<Double> of(List<LastPacket> packets, Set<Integer> relay) {
        List<LastPacket> came = new ArrayList<>();
        Map<Flow, List<LastPacket>> left = new HashMap<>();
        for (LastPacket packet : packets) {
            if (relay.contains(packet.to())) {
                came.add(packet);
            } else if (relay.contains(packet.from())) {
                left.computeIfAbsent(new Flow(packet.from(), packet.to()), flow -> new ArrayList<>())
                        .add(packet);
            }
        }
        return left.values().stream()
                .flatMap(flow -> through(came, flow).stream())
                .toList();
    }

    private static List<Double> through(List<LastPacket> came, List<LastPacket> left) {
        // Each pair that could be one frame votes for its offset; only the right one gets a vote of every frame.
        Map<Long, Integer> votes = new HashMap<>();
        for (LastPacket packet : left) {
            came.stream()
                    .filter(it -> couldBe(it, packet))
                    .forEach(it -> votes.merge(offset(it, packet), 1, Integer::sum));
        }
        long right = votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1L);
        List<Double> hops = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (LastPacket packet : left) {
            // What is sent again is no hop of its own.
            if (seen.add(packet.timestamp())) {
                came.stream()
                        .filter(it -> couldBe(it, packet) && offset(it, packet) == right)
                        .findFirst()
                        .ifPresent(it -> hops.add(packet.time() - it.time()));
            }
        }
        return hops;
    }

    private static boolean couldBe(LastPacket came, LastPacket left) {
        double took = left.time() - came.time();
        return took >= 0 && took <= LONGEST;
    }

    private static long offset(LastPacket came, LastPacket left) {
        return (left.timestamp() - came.timestamp()) & 0xffffffffL;
    }
}
