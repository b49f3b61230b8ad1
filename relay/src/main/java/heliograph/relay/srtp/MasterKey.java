package heliograph.relay.srtp;

/** The master key and salt of one direction (RFC 3711, section 3.2.1). Immutable; any thread. Tells nobody what it is: no log has it. */
public final class MasterKey {
    private final byte[] key;
    private final byte[] salt;

    public MasterKey(byte[] key, byte[] salt) {
        this.key = key.clone();
        this.salt = salt.clone();
    }

    byte[] key() {
        return key;
    }

    byte[] salt() {
        return salt;
    }
}
