package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member that remembers what it was told. */
final class FakeMember implements Member {
    private final List<Message> inbox = new ArrayList<>();

    @Nullable
    ErrorCode endedWith;

    boolean ended;

    /** Whether it is a window, and no player that offers but once. */
    boolean followsHandovers = true;

    String site = "here";

    @Override
    public String site() {
        return site;
    }

    @Override
    public boolean followsHandovers() {
        return followsHandovers;
    }

    @Override
    public void send(Message message) {
        if (ended) {
            throw new AssertionError("told " + message + " after its end");
        }
        inbox.add(message);
    }

    @Override
    public void end(ErrorCode code, String text) {
        end();
        endedWith = code;
    }

    @Override
    public void end() {
        if (ended) {
            throw new AssertionError("ended twice");
        }
        ended = true;
    }

    /** What it was told since this was asked last. */
    List<Message> told() {
        List<Message> told = List.copyOf(inbox);
        inbox.clear();
        return told;
    }

    /** The one message of that kind among what it was told since it was asked last. */
    <T extends Message> T told(Class<T> kind) {
        List<T> found = told().stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " messages " + kind.getSimpleName());
        }
        return found.get(0);
    }
}
