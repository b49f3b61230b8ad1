package heliograph.broadcaster.studio.v4l2;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The arguments of {@link Ioctl}: where in {@code linux/videodev2.h}'s structures what is, on 64-bit Linux. */
final class Structs {
    static final int VIDEO_CAPTURE = 1;
    static final int MEMORY_MMAP = 1;
    private static final int CAP_VIDEO_CAPTURE = 0x00000001;
    private static final int CAP_STREAMING = 0x04000000;
    private static final int CAP_DEVICE_CAPS = 0x80000000;
    private static final int DISCRETE = 1;
    private static final int[][] USUAL_SIZES = {
        {320, 240}, {640, 360}, {640, 480}, {800, 600}, {960, 540}, {1280, 720}, {1280, 960}, {1920, 1080}
    };
    private static final int[] USUAL_RATES = {15, 24, 25, 30, 50, 60};

    private Structs() {}

    static Memory cleared(Ioctl request) {
        Memory memory = new Memory(request.size());
        memory.clear();
        return memory;
    }

    /** {@code v4l2_capability}: the card's name. */
    static String card(Memory capability) {
        return text(capability, 16, 32);
    }

    /** {@code v4l2_capability}: where the device is plugged in. */
    static String bus(Memory capability) {
        return text(capability, 48, 32);
    }

    /** {@code v4l2_capability}: whether this very node gives pictures; a webcam has another for metadata. */
    static boolean captures(Memory capability) {
        int whole = capability.getInt(84);
        int node = (whole & CAP_DEVICE_CAPS) != 0 ? capability.getInt(88) : whole;
        return (node & CAP_VIDEO_CAPTURE) != 0 && (node & CAP_STREAMING) != 0;
    }

    /** {@code v4l2_frmsizeenum}: the sizes it says; of a range the usual ones, or its largest where it has none of them. */
    static List<int[]> sizes(Memory size) {
        if (size.getInt(8) == DISCRETE) {
            return List.of(new int[] {size.getInt(12), size.getInt(16)});
        }
        List<int[]> sizes = new ArrayList<>();
        for (int[] usual : USUAL_SIZES) {
            if (within(usual[0], size.getInt(12), size.getInt(16), size.getInt(20))
                    && within(usual[1], size.getInt(24), size.getInt(28), size.getInt(32))) {
                sizes.add(usual);
            }
        }
        return sizes.isEmpty() ? List.of(new int[] {size.getInt(16), size.getInt(28)}) : sizes;
    }

    /** {@code v4l2_frmivalenum}: the rates it says; of a range the usual ones, or its highest where it has none of them. */
    static List<Integer> rates(Memory interval) {
        int shortest = rate(interval.getInt(20), interval.getInt(24));
        if (interval.getInt(16) == DISCRETE) {
            return shortest > 0 ? List.of(shortest) : List.of();
        }
        int slowest = rate(interval.getInt(28), interval.getInt(32));
        List<Integer> rates = new ArrayList<>();
        for (int usual : USUAL_RATES) {
            if (usual >= slowest && usual <= shortest) {
                rates.add(usual);
            }
        }
        return rates.isEmpty() && shortest > 0 ? List.of(shortest) : rates;
    }

    /** Whether an enumeration goes on after this entry: a range is all there is. */
    static boolean isRange(Ioctl request, Memory entry) {
        return entry.getInt(request == Ioctl.ENUM_FRAMESIZES ? 8 : 16) != DISCRETE;
    }

    private static boolean within(int value, int least, int most, int step) {
        return value >= least && value <= most && (step <= 1 || (value - least) % step == 0);
    }

    private static int rate(int numerator, int denominator) {
        if (numerator == 0 || denominator == 0) {
            return 0;
        }
        return (int) Math.max(1, Math.round((denominator & 0xffffffffL) / (double) (numerator & 0xffffffffL)));
    }

    private static String text(Memory memory, int offset, int length) {
        byte[] bytes = memory.getByteArray(offset, length);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).trim();
    }
}
