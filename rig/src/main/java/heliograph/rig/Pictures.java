package heliograph.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a page showed for a while; a value.
 *
 * @param frames in the order of their presentation
 */
public record Pictures(List<Frame> frames) {
    /** A screen of 60 Hz; a quicker one makes the times between frames look longer, never shorter. */
    private static final double REFRESH_MILLIS = 1000.0 / 60;

    public Pictures {
        frames = List.copyOf(frames);
    }

    /** Who made the frames. */
    public Set<Integer> sources() {
        return frames.stream().map(Frame::source).collect(Collectors.toSet());
    }

    /** How far behind the source each frame was, in milliseconds. */
    public Samples latency() {
        return Samples.of(frames.stream().map(Frame::latency).toList());
    }

    /**
     * The times between frames, in milliseconds; their maximum is the longest that the picture can have stood still. Where the
     * element presented frames of which the probe did not hear, because the page's thread was busy, each took a refresh of the
     * screen of its own: so much less than the time between the two that it did hear of.
     */
    public Samples gaps() {
        return Samples.of(IntStream.range(1, frames.size())
                .mapToObj(i -> {
                    double apart = frames.get(i).shown() - frames.get(i - 1).shown();
                    return Math.max(Math.min(apart, REFRESH_MILLIS), apart - unseen(i) * REFRESH_MILLIS);
                })
                .toList());
    }

    /** How many frames the element presented before this one while the probe looked away. */
    private long unseen(int i) {
        return Math.max(0, frames.get(i).presented() - frames.get(i - 1).presented() - 1);
    }

    /** How many numbers are missing that the element cannot have presented while the probe looked away. */
    public int lost() {
        int lost = 0;
        for (int i = 1; i < frames.size(); i++) {
            Frame previous = frames.get(i - 1);
            Frame frame = frames.get(i);
            int missing = (frame.number() - previous.number() & 0xffffff) - 1;
            if (missing < 1 << 23) {
                lost += (int) Math.max(0, missing - unseen(i));
            }
        }
        return lost;
    }

    /** How often a frame came that was made before the one shown already. */
    public int backwards() {
        return (int) IntStream.range(1, frames.size())
                .filter(i -> (frames.get(i).number() - frames.get(i - 1).number() & 0xffffff) >= 1 << 23)
                .count();
    }

    /** When the centre turned white, in milliseconds of {@code performance.now()}. */
    public List<Double> flashes() {
        List<Double> flashes = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).flash() && !frames.get(i - 1).flash()) {
                flashes.add(frames.get(i).shown());
            }
        }
        return List.copyOf(flashes);
    }
}
