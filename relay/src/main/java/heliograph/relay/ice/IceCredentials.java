package heliograph.relay.ice;

import java.security.SecureRandom;

/** A username fragment and a password (RFC 8445, section 5.3), of ice-chars alone. */
public record IceCredentials(String ufrag, String pwd) {
    private static final String ICE_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** 48 bits, which keep the fragments of all legs apart; 24 are asked for. */
    private static final int UFRAG_LENGTH = 8;
    /** 144 bits; 128 are asked for. */
    private static final int PWD_LENGTH = 24;

    public static IceCredentials create(SecureRandom random) {
        return new IceCredentials(text(random, UFRAG_LENGTH), text(random, PWD_LENGTH));
    }

    private static String text(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, ICE_CHARS.length()).forEach(i -> text.append(ICE_CHARS.charAt(i)));
        return text.toString();
    }

    /** Leaves the password out: a credential never reaches a log. */
    @Override
    public String toString() {
        return "IceCredentials[ufrag=" + ufrag + ", pwd=***]";
    }
}
