package heliograph.relay.srtp;

import java.security.GeneralSecurityException;

/** Which cipher a profile has. */
final class Ciphers {
    private Ciphers() {}

    static PacketCipher of(ProtectionProfile profile, MasterKey master) throws GeneralSecurityException {
        return switch (profile) {
            case AEAD_AES_128_GCM -> GcmCipher.of(master);
            case AES128_CM_HMAC_SHA1_80 -> CounterModeCipher.of(master);
        };
    }
}
