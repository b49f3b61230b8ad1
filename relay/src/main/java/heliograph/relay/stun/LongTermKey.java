package heliograph.relay.stun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key that a long-term credential comes to (RFC 8489, section 9.2.2), for {@link StunWriter#integrity}. Any thread. */
public final class LongTermKey {
    private LongTermKey() {}

    /** MD5, as the section has it where no other algorithm was agreed on; user and password as OpaqueString leaves them. */
    public static byte[] of(String username, String realm, String password) {
        try {
            String joined = username + ":" + realm + ":" + password;
            return MessageDigest.getInstance("MD5").digest(joined.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
