package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Member;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.room.TokenBucket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A WHEP player as a member of the room: offers what it posted, and collects what WHEP answers in one piece. All state lives
 * on the room's thread; any thread may ask, and is told on the executor that it gives, because whoever hears it writes to a
 * socket, and the room's thread never does.
 */
final class WhepViewer implements Member {
    /** More candidates in one fragment than a host has ways to be reached; the rest is left out. */
    private static final int MOST_CANDIDATES = 32;

    private final String token;
    private final Grant owner;
    private final Visitor visitor;
    private final RoomThread room;
    private final WhepLimits limits;
    private final Supplier<String> ids;
    private final Runnable over;
    private final TokenBucket patches;
    private List<IceServer> iceServers = List.of();
    private @Nullable String session;
    private String etag = "";
    private boolean ended;
    /** The newest that the broadcaster has heard of; answered or not. */
    private Exchange exchange;
    /** The one before it, until it is answered: what is said of that one now comes too late. */
    private @Nullable Exchange before;
    /** An ICE restart that came before that one was answered. */
    private @Nullable Exchange next;

    /** {@code owner} is the token's, {@code visitor} the player; {@code over} runs when the session has ended, whoever ended it. */
    WhepViewer(
            String token,
            Grant owner,
            Visitor visitor,
            String offer,
            RoomThread room,
            WhepLimits limits,
            Supplier<String> ids,
            InstantSource clock,
            Runnable over) {
        this.token = token;
        this.owner = owner;
        this.visitor = visitor;
        this.room = room;
        this.limits = limits;
        this.ids = ids;
        this.over = over;
        this.patches = new TokenBucket(limits.patchRate(), clock);
        this.exchange = Exchange.first(offer);
    }

    @Override
    public String address() {
        return visitor.address();
    }

    @Override
    public String site() {
        return visitor.site();
    }

    /** It has offered once and for all. */
    @Override
    public boolean followsHandovers() {
        return false;
    }

    /** Whose it is: an account's, or whoever came in by an invitation. */
    Grant owner() {
        return owner;
    }

    /** Goes into the room. The answer with its candidates, or a {@link WhepFailure}, or after the limit a timeout. */
    CompletionStage<Negotiated> watch(Executor executor) {
        CompletableFuture<Negotiated> told = exchange.told;
        room.connected(this);
        say(new Message.Join(token), token);
        return inTime(told, executor);
    }

    /**
     * Adds candidates to the ICE session, or begins another one (RFC 9725, section 4.3). The other one, empty when there is
     * none to tell of, or a {@link WhepFailure}, which leaves everything as it is.
     */
    CompletionStage<Optional<Negotiated>> patch(IfMatch precondition, SdpFragment fragment, Executor executor) {
        CompletableFuture<Optional<Negotiated>> told = new CompletableFuture<>();
        room.execute(() -> {
            try {
                Exchange restart = patch(precondition, fragment);
                if (restart == null) {
                    told.complete(Optional.empty());
                } else {
                    var unused = restart.told.whenComplete((negotiated, failure) -> {
                        if (failure == null) {
                            told.complete(Optional.of(negotiated));
                        } else {
                            told.completeExceptionally(failure);
                        }
                    });
                }
            } catch (WhepFailure failure) {
                told.completeExceptionally(failure);
            }
        });
        return inTime(told, executor);
    }

    /** Which ICE session there is, and what it may use. */
    CompletionStage<Negotiated> look(Executor executor) {
        CompletableFuture<Negotiated> told = new CompletableFuture<>();
        room.execute(() -> told.complete(new Negotiated(etag, "", iceServers)));
        return inTime(told, executor);
    }

    /** Goes out of the room. */
    void leave() {
        room.left(this);
        room.execute(() -> ended = true);
        over.run();
    }

    @Override
    public void send(Message message) {
        if (message instanceof Message.Joined joined) {
            iceServers = joined.iceServers();
        } else if (message instanceof Message.IceServers renewed) {
            iceServers = renewed.iceServers();
        } else if (message instanceof Message.Live live && live.session() != null && session == null) {
            session = live.session();
            offer(live.session(), exchange);
        } else if (message instanceof Message.Answer answer) {
            answered(answer);
        } else if (message instanceof Message.Candidate candidate) {
            exchange.found(candidate);
            if (exchange.isComplete()) {
                exchange.tell(iceServers);
            }
        } else if (message instanceof Message.Offline offline
                && (session == null || !session.equals(offline.session()))) {
            fail(HttpStatus.CONFLICT_409, "Nothing is on air.");
        } else if (message instanceof Message.Leave) {
            fail(HttpStatus.UNPROCESSABLE_ENTITY_422, "The offer cannot be answered.");
        } else if (message instanceof Message.Refused) {
            fail(HttpStatus.SERVICE_UNAVAILABLE_503, "The broadcast has just ended.");
        }
    }

    @Override
    public void end(ErrorCode code, String text) {
        end(WhepFailure.of(code, text));
    }

    @Override
    public void end() {
        end(gone());
    }

    private @Nullable Exchange patch(IfMatch precondition, SdpFragment fragment) throws WhepFailure {
        if (ended || session == null) {
            throw gone();
        }
        if (!precondition.matches(etag)) {
            throw new WhepFailure(HttpStatus.PRECONDITION_FAILED_412, "The ICE session is another one by now.");
        }
        for (SdpFragment.Section section : fragment.sections()) {
            if (SdpIce.credentials(exchange.offer, section.mid()).isEmpty()) {
                throw new WhepFailure(
                        HttpStatus.UNPROCESSABLE_ENTITY_422, "The offer has no media section with such a mid.");
            }
        }
        if (!patches.take(2 + Math.min(MOST_CANDIDATES, fragment.candidateCount()))) {
            throw new WhepFailure(HttpStatus.TOO_MANY_REQUESTS_429, "Too many requests, or too many candidates.");
        }
        if (SdpIce.isAbout(fragment, exchange.offer)) {
            candidates(session, fragment).forEach(candidate -> say(candidate, candidate.candidate()));
            return null;
        }
        if (before != null && SdpIce.isAbout(fragment, before.offer)) {
            return null;
        }
        return restart(session, fragment);
    }

    /** One at a time: the room allows no offer before the answer to the last. Of those that wait only the newest counts. */
    private Exchange restart(String session, SdpFragment fragment) {
        Exchange restart =
                Exchange.restart(SdpIce.restart(exchange.offer, fragment.credentials()), candidates(session, fragment));
        if (exchange.isAnswered()) {
            offer(session, restart);
        } else {
            if (next != null) {
                next.told.completeExceptionally(
                        new WhepFailure(HttpStatus.CONFLICT_409, "A newer ICE restart has taken its place."));
            }
            next = restart;
        }
        return restart;
    }

    private void offer(String session, Exchange made) {
        // Whoever still waited for late candidates of the ICE session before gets what there is.
        if (exchange.isAnswered()) {
            exchange.tell(iceServers);
            before = exchange;
        }
        exchange = made;
        say(new Message.Offer(session, made.offer), made.offer);
        made.theirs.forEach(candidate -> say(candidate, candidate.candidate()));
    }

    private void answered(Message.Answer answer) {
        Exchange answered = exchange;
        etag = '"' + ids.get() + '"';
        answered.answered(answer.sdp(), etag);
        before = null;
        CompletableFuture.delayedExecutor(limits.gathering().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> room.execute(() -> answered.tell(iceServers)));
        if (next != null) {
            Exchange newer = next;
            next = null;
            offer(answer.session(), newer);
        }
    }

    private void say(Message message, String longest) {
        room.received(this, message, longest.getBytes(StandardCharsets.UTF_8).length, () -> {});
    }

    /** Before the first answer this is the request's failure; after it the end of the session. */
    private void fail(int status, String detail) {
        end(etag.isEmpty() ? new WhepFailure(status, detail) : gone());
        room.left(this);
    }

    private void end(WhepFailure failure) {
        ended = true;
        exchange.told.completeExceptionally(failure);
        if (next != null) {
            next.told.completeExceptionally(failure);
        }
        over.run();
    }

    private static WhepFailure gone() {
        return new WhepFailure(HttpStatus.NOT_FOUND_404, "There is no such session; it may have ended.");
    }

    private static List<Message.Candidate> candidates(String session, SdpFragment fragment) {
        List<Message.Candidate> candidates = new ArrayList<>();
        for (SdpFragment.Section section : fragment.sections()) {
            section.candidates()
                    .forEach(text -> candidates.add(new Message.Candidate(session, text, section.mid(), null)));
        }
        candidates
                .subList(Math.min(candidates.size(), MOST_CANDIDATES), candidates.size())
                .clear();
        if (fragment.complete()) {
            candidates.add(new Message.Candidate(session, "", null, null));
        }
        return candidates;
    }

    /** As long as an answer and then its candidates may take; a restart that waits has no longer. */
    private <T> CompletionStage<T> inTime(CompletableFuture<T> told, Executor executor) {
        return told.orTimeout(limits.answering().plus(limits.gathering()).toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((it, failure) -> {}, executor);
    }
}
