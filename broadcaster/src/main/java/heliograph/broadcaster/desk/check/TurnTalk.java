package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.LongTermKey;
import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a TURN server for an allocation with a long-term credential (RFC 8656, section 7; RFC 8489, section 9.2), and gives it back at
 * once. One thread.
 */
final class TurnTalk {
    private static final int UNAUTHENTICATED = 401;
    private static final int STALE_NONCE = 438;
    private static final Logger LOG = LoggerFactory.getLogger(TurnTalk.class);

    private final StunWire wire;
    private final String username;
    private final String password;
    private String realm = "";
    private String nonce = "";
    private byte[] key = {};

    TurnTalk(StunWire wire, String username, String password) {
        this.wire = wire;
        this.username = username;
        this.password = password;
    }

    /** What it came to. */
    sealed interface Outcome {
        /** An allocation was made, where others reach it, and given back. */
        record Granted(InetSocketAddress relayed) implements Outcome {}

        /** It does not take the credential. */
        record Denied() implements Outcome {}

        /** It answers with another error (RFC 8656, section 19). */
        record Refused(int code) implements Outcome {}

        /** It answers as no TURN server does, or as one that does not know the password. */
        record Strange() implements Outcome {}
    }

    /** @throws IOException when nothing comes in time */
    Outcome allocate() throws IOException {
        // Without a credential first: the answer says what it is to be for.
        StunMessage answer = wire.ask(StunMessage.ALLOCATE_REQUEST, StunWriter::requestedUdp);
        if (code(answer) != UNAUTHENTICATED || answer.nonce().isEmpty()) {
            return refusal(answer);
        }
        challenged(answer);
        answer = ask(StunMessage.ALLOCATE_REQUEST, false);
        if (answer.type() != StunMessage.ALLOCATE_SUCCESS) {
            return code(answer) == UNAUTHENTICATED ? new Outcome.Denied() : refusal(answer);
        }
        release();
        boolean known = answer.hasIntegrity(key) && answer.xorRelayedAddress().isPresent();
        return known ? new Outcome.Granted(answer.xorRelayedAddress().orElseThrow()) : new Outcome.Strange();
    }

    /** With the credential, and once more where the nonce has aged meanwhile (RFC 8489, section 9.2.5). */
    private StunMessage ask(int type, boolean end) throws IOException {
        StunMessage answer = wire.ask(type, it -> sign(end ? it.lifetime(0) : it.requestedUdp()));
        if (code(answer) == STALE_NONCE && answer.nonce().isPresent()) {
            challenged(answer);
            answer = wire.ask(type, it -> sign(end ? it.lifetime(0) : it.requestedUdp()));
        }
        return answer;
    }

    private void challenged(StunMessage answer) {
        realm = answer.realm().orElse(realm);
        nonce = answer.nonce().orElse(nonce);
        key = LongTermKey.of(username, realm, password);
    }

    private StunWriter sign(StunWriter writer) {
        return writer.username(username)
                .text(StunMessage.REALM, realm)
                .text(StunMessage.NONCE, nonce)
                .integrity(key);
    }

    /** RFC 8656, section 8: a lifetime of 0. Where that is lost it ends by itself, in ten minutes. */
    private void release() {
        try {
            ask(StunMessage.REFRESH_REQUEST, true);
        } catch (IOException e) {
            LOG.debug("check: an allocation was left behind", e);
        }
    }

    private static Outcome refusal(StunMessage answer) {
        int code = code(answer);
        return code == 0 ? new Outcome.Strange() : new Outcome.Refused(code);
    }

    /** 0 where it is no error. */
    private static int code(StunMessage answer) {
        return answer.errorCode().orElse(0);
    }
}
