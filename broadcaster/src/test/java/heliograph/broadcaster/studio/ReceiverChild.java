package heliograph.broadcaster.studio;

import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A {@link Receiver} as a child process, plugged into a {@link FakeRoom}. */
final class ReceiverChild implements AutoCloseable {
    private final SealedJson<Message> messages = SealedJson.of(Message.class);
    private final SealedJson<ReceiverReport> reports = SealedJson.of(ReceiverReport.class);
    private final Map<String, ReceiverReport.Seen> seen = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Layer> next = new AtomicReference<>();
    private final FakeRoom room;
    private final JavaChild child;

    ReceiverChild(FakeRoom room, Path log) throws IOException {
        this.room = room;
        this.child = new JavaChild(Receiver.class, Map.of(), log, this::line);
    }

    /** Begins to watch; the session's name. */
    String watch() {
        return room.watch(message -> {
            if (child.process().isAlive()) {
                child.send(messages.encode(message));
            }
        });
    }

    /** As {@link #watch}, but as the relay does: for one layer. */
    String watchAs(Layer layer) {
        // One at a time: the session's name is only known when its offer is on the way already.
        next.set(layer);
        return watch();
    }

    /** Offers anew in the session, as a browser does whose network has changed. */
    void restartIce(String session) {
        child.send(messages.encode(new Message.Live(session, "direct")));
    }

    /** Is gone without a word. */
    void kill() {
        child.process().destroyForcibly();
    }

    /** Ends a session on both sides, as the room does when a viewer leaves. */
    void leave(String session) {
        child.send(messages.encode(new Message.Leave(session, null)));
        room.toStudio(new Message.Leave(session, null));
    }

    /** What came in this session so far. */
    ReceiverReport.Seen seen(String session) {
        return seen.getOrDefault(
                session, new ReceiverReport.Seen(session, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "0", ""));
    }

    private Message.Offer asked(Message.Offer offer) {
        Layer layer = next.getAndSet(null);
        return new Message.Offer(offer.session(), offer.sdp(), layer);
    }

    private void line(String line) {
        try {
            ReceiverReport report = reports.decode(line);
            if (report instanceof ReceiverReport.Signal signal) {
                Message message = messages.decode(signal.json());
                room.toStudio(message instanceof Message.Offer offer ? asked(offer) : message);
            } else if (report instanceof ReceiverReport.Seen now) {
                seen.put(now.session(), now);
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the receiver said: " + line, e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
