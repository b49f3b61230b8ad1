package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, once each, when the way to the Internet is lost and when it is back. Lives on the station's timeline. */
final class NetworkLog implements Consumer<Status> {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkLog.class);

    private final Words words;
    private boolean online = true;

    NetworkLog(Words words) {
        this.words = words;
    }

    @Override
    public void accept(Status status) {
        if (status.online() == online) {
            return;
        }
        online = status.online();
        if (online) {
            LOG.info("network: {}", words.say("online"));
        } else {
            LOG.warn("network: {}. {}", words.say("offline"), words.say("offline.more"));
        }
    }
}
