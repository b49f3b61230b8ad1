package heliograph.relay.port;

import heliograph.relay.ice.IceCredentials;
import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A path that a good check came by, and whether whoever is at its other end wants what would be sent there: it has to answer a
 * check of ours (RFC 7675, section 5.1), since the sender's address of its own may be forged. On the port's thread.
 */
final class CandidatePair {
    /** From an answer to the next check (RFC 7675, section 5.1: 4 s at least). */
    static final Duration INTERVAL = Duration.ofSeconds(4);

    /** Longer than a burst of the remote's checks is apart. */
    private static final Duration LEAST = Duration.ofMillis(50);

    /** From a check without an answer to the next; each later one waits twice as long (RFC 8489, section 6.2.1). */
    private static final Duration FIRST_RESEND = Duration.ofMillis(200);

    /** So many go without having been asked for: at an address that did not ask there may be somebody who knows nothing of us. */
    private static final int RESENDS = 4;

    /** After those: to what is selected, or to whoever goes on checking. */
    private static final Duration LATER_RESEND = Duration.ofSeconds(1);

    private static final int TRANSACTION = 12;

    /** RFC 8445, section 5.1.2.1: of a peer-reflexive candidate, which is what a check makes of its sender. */
    private static final int PRIORITY = (110 << 24) | (65535 << 8) | 255;

    private final Path path;
    private final long madeAt;
    private String ours = "";
    private String theirs = "";
    private @Nullable IceCredentials asked;
    private long heardAt;
    private boolean nominated;
    private long nominatedAt;
    private byte @Nullable [] transaction;
    private int sent;
    private long sentAt;
    private boolean answered;
    private long answeredAt;

    /** @param now when the first good check came by it */
    CandidatePair(Path path, long now) {
        this.path = path;
        this.madeAt = now;
    }

    Path path() {
        return path;
    }

    long heardAt() {
        return heardAt;
    }

    /** Whether its first check came no longer ago than this. */
    boolean isNew(Duration age, long now) {
        return now - madeAt <= age.toNanos();
    }

    /** Whether the last answer is no older than this. */
    boolean answeredWithin(Duration age, long now) {
        return answered && now - answeredAt <= age.toNanos();
    }

    /** The remote's fragment of which its last check was. */
    String theirs() {
        return theirs;
    }

    /** A good check came by it, from the remote's fragment to ours. */
    void heard(String to, String from, boolean nominates, long now) {
        ours = to;
        theirs = from;
        heardAt = now;
        if (nominates) {
            nominated = true;
            nominatedAt = now;
        }
    }

    /** Whether the remote nominated this one, and the other one never or earlier. */
    boolean nominatedAfter(CandidatePair other) {
        return nominated && (!other.nominated || nominatedAt - other.nominatedAt > 0);
    }

    /** Asks again whoever has just spoken, unless the last answer will do. */
    void triggered(IceCredentials credentials, SecureRandom random, long now) {
        Duration apart = sent > RESENDS ? LATER_RESEND : LEAST;
        boolean justSent = transaction != null && now - sentAt < apart.toNanos();
        if (!justSent && !answeredWithin(INTERVAL, now)) {
            ask(credentials, random, now);
        }
    }

    /** Asks again, where an answer is due. Only for the pair that media goes by it does so for ever. */
    void tick(IceCredentials credentials, boolean selected, SecureRandom random, long now) {
        if (transaction == null) {
            if (selected && !answeredWithin(INTERVAL, now)) {
                ask(credentials, random, now);
            }
        } else if (sent <= RESENDS
                ? now - sentAt >= FIRST_RESEND.toNanos() << (sent - 1)
                : selected && now - sentAt >= LATER_RESEND.toNanos()) {
            ask(credentials, random, now);
        }
    }

    /** RFC 8445, section 7.2.2. The same transaction until its answer comes. */
    private void ask(IceCredentials credentials, SecureRandom random, long now) {
        byte[] id = transaction;
        if (id == null) {
            id = new byte[TRANSACTION];
            random.nextBytes(id);
            transaction = id;
            sent = 0;
        }
        asked = credentials;
        sent++;
        sentAt = now;
        byte[] check = new StunWriter(StunMessage.BINDING_REQUEST, id)
                .username(credentials.ufrag() + ':' + ours)
                .attribute(
                        StunMessage.PRIORITY,
                        ByteBuffer.allocate(4).putInt(PRIORITY).array())
                // A remote that is controlled as well would look at the tie-breaker (section 7.3.1.1); such a one is
                // refused.
                .attribute(StunMessage.ICE_CONTROLLED, new byte[8])
                .integrity(credentials.pwd().getBytes(StandardCharsets.UTF_8))
                .fingerprint();
        path.send(ByteBuffer.wrap(check));
    }

    /** An answer came by it. False, if it is not to our check. */
    boolean answered(StunMessage answer, long now) {
        byte[] id = transaction;
        IceCredentials credentials = asked;
        if (id == null
                || credentials == null
                || !Arrays.equals(id, answer.transactionId())
                || !answer.hasIntegrity(credentials.pwd().getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        transaction = null;
        answered = true;
        answeredAt = now;
        return true;
    }
}
