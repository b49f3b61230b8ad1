package heliograph.signaling.http;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.Member;
import heliograph.signaling.room.RoomThread;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A WHEP player as a member of the room. The room calls it on its thread, where its state lives; it offers what the player
 * posted, and collects the answer and the candidates that WHEP sends in one piece.
 */
final class WhepViewer implements Member {
    private final String token;
    private final String offer;
    private final RoomThread room;
    private final Duration gathering;
    private final Runnable over;
    /** Read once from another thread as well, when the candidates have taken too long. */
    private final List<Message.Candidate> candidates = new CopyOnWriteArrayList<>();

    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private @Nullable String sdp;

    /**
     * {@code gathering} is how long to wait for candidates after the answer; {@code over} runs when the session has ended,
     * whoever ended it.
     */
    WhepViewer(String token, String offer, RoomThread room, Duration gathering, Runnable over) {
        this.token = token;
        this.offer = offer;
        this.room = room;
        this.gathering = gathering;
        this.over = over;
    }

    /**
     * Goes into the room. The answer with its candidates, or a {@link WhepFailure}, or after the limit a timeout: told on
     * the executor, because whoever hears it writes to a socket, and the room's thread never does.
     */
    CompletionStage<String> watch(Duration limit, Executor executor) {
        room.connected(this);
        say(new Message.Join(token), token);
        return answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((text, failure) -> {}, executor);
    }

    /** Goes out of the room. */
    void leave() {
        room.left(this);
        over.run();
    }

    @Override
    public void send(Message message) {
        if (message instanceof Message.Live live && live.session() != null && sdp == null) {
            say(new Message.Offer(live.session(), offer), offer);
        } else if (message instanceof Message.Answer answered) {
            sdp = answered.sdp();
            CompletableFuture.delayedExecutor(gathering.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> finish(answered.sdp(), candidates, false));
        } else if (message instanceof Message.Candidate candidate) {
            collect(candidate);
        } else if (message instanceof Message.Offline) {
            fail(HttpStatus.CONFLICT_409, "Nothing is on air.");
        } else if (message instanceof Message.Leave) {
            fail(HttpStatus.UNPROCESSABLE_ENTITY_422, "The offer cannot be answered.");
        } else if (message instanceof Message.Refused) {
            fail(HttpStatus.SERVICE_UNAVAILABLE_503, "The broadcast has just ended.");
        }
    }

    @Override
    public void end(ErrorCode code, String text) {
        answer.completeExceptionally(new WhepFailure(status(code), text));
        over.run();
    }

    @Override
    public void end() {
        over.run();
    }

    private void say(Message message, String longest) {
        room.received(this, message, longest.getBytes(StandardCharsets.UTF_8).length, () -> {});
    }

    private void collect(Message.Candidate candidate) {
        if (!candidate.candidate().isEmpty()) {
            candidates.add(candidate);
        } else if (sdp != null) {
            finish(sdp, candidates, true);
        }
    }

    private void finish(String description, List<Message.Candidate> gathered, boolean complete) {
        answer.complete(Sdp.merge(description, gathered, complete));
    }

    /** Before the answer this is the request's failure; after it the end of the session. */
    private void fail(int status, String detail) {
        answer.completeExceptionally(new WhepFailure(status, detail));
        leave();
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case UNAUTHORIZED, TOKEN_EXPIRED -> HttpStatus.UNAUTHORIZED_401;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE_413;
            case FULL, GOING_AWAY -> HttpStatus.SERVICE_UNAVAILABLE_503;
            default -> HttpStatus.INTERNAL_SERVER_ERROR_500;
        };
    }
}
