package heliograph.signaling.http;

import java.util.regex.Pattern;

/**
 * What one side's ICE is known by (RFC 8839, section 5.4); another pair is another ICE session. Immutable.
 *
 * @param ufrag the name fragment
 * @param pwd the password
 */
record IceCredentials(String ufrag, String pwd) {
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PWD = Pattern.compile("[A-Za-z0-9+/]{22,256}");

    boolean isWellFormed() {
        return UFRAG.matcher(ufrag).matches() && PWD.matcher(pwd).matches();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "IceCredentials[ufrag=" + ufrag + "]";
    }
}
