package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioListener;
import heliograph.broadcaster.link.StudioState;
import heliograph.broadcaster.link.Timeline;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pictures and levels, which are no news of the status, out of the studio's words and passes the others on. Lives on the
 * station's timeline; any thread may call {@link #listen}.
 */
public final class Monitoring implements StudioListener {
    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);

    private final Timeline timeline;
    private final StudioListener next;
    private final List<MonitorListener> listeners = new ArrayList<>();

    public Monitoring(Timeline timeline, StudioListener next) {
        this.timeline = timeline;
        this.next = next;
    }

    /** Tells of each picture and level from now on. */
    public void listen(MonitorListener listener) {
        timeline.run(() -> listeners.add(listener));
    }

    @Override
    public void state(StudioState state) {
        next.state(state);
    }

    @Override
    public void event(StudioEvent event) {
        if (event instanceof StudioEvent.Preview preview) {
            show(preview);
        } else if (event instanceof StudioEvent.Level level) {
            listeners.forEach(listener -> listener.level(level));
        } else {
            next.event(event);
        }
    }

    private void show(StudioEvent.Preview preview) {
        try {
            byte[] jpeg = Base64.getDecoder().decode(preview.jpeg());
            listeners.forEach(listener -> listener.preview(jpeg));
        } catch (IllegalArgumentException e) {
            LOG.debug("preview: not base64, left out", e);
        }
    }
}
