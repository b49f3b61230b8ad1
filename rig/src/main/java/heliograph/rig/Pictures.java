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

    /** The times between frames, in milliseconds; their maximum is the longest that the picture stood still. */
    public Samples gaps() {
        return Samples.of(IntStream.range(1, frames.size())
                .mapToObj(i -> frames.get(i).shown() - frames.get(i - 1).shown())
                .toList());
    }

    /** How many numbers are missing that the element cannot have presented while the probe looked away. */
    public int lost() {
        int lost = 0;
        for (int i = 1; i < frames.size(); i++) {
            Frame previous = frames.get(i - 1);
            Frame frame = frames.get(i);
            int missing = (frame.number() - previous.number() & 0xffffff) - 1;
            long unseen = Math.max(0, frame.presented() - previous.presented() - 1);
            if (missing < 1 << 23) {
                lost += (int) Math.max(0, missing - unseen);
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
