package heliograph.broadcaster.studio.media;

import com.sun.jna.Pointer;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.media.SyncClock;
import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one clock of all custom sources, put onto the monotonic clock that the rest of libwebrtc counts by; thread {@code
 * studio}.
 *
 * <p>A {@link SyncClock} counts from the moment it was made. The sender reports of a source that is stamped with it are
 * then off by the machine's uptime, and the browser cannot bring picture and sound together. Its native object is
 * nothing but that moment: with 0 there it tells the monotonic time. Should another version of the library be made
 * otherwise, the check says so and the clock is left as it was.
 */
public final class MediaClock {
    private static final Logger log = LoggerFactory.getLogger(MediaClock.class);
    private static final long TOLERANCE_MICROS = 50_000;

    private MediaClock() {}

    /** A clock that tells {@code System.nanoTime() / 1000}, or a plain one where that cannot be had. */
    static SyncClock create() {
        SyncClock clock = new SyncClock();
        long made = System.nanoTime();
        try {
            Field handle = NativeObject.class.getDeclaredField("nativeHandle");
            handle.setAccessible(true);
            Pointer start = new Pointer(handle.getLong(clock));
            long before = start.getLong(0);
            // Only a start time of just now may be overwritten: anything else is not the object that we know.
            if (Math.abs(made - before) > TOLERANCE_MICROS * 1000) {
                log.warn("clock: not of the known form; picture and sound may be apart");
                return clock;
            }
            start.setLong(0, 0);
            long off = clock.getTimestampUs() - System.nanoTime() / 1000;
            if (Math.abs(off) > TOLERANCE_MICROS) {
                start.setLong(0, before);
                log.warn("clock: {} us off the monotonic clock; left alone, picture and sound may be apart", off);
            }
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            log.warn("clock: cannot be set; picture and sound may be apart", e);
        }
        return clock;
    }
}
