package heliograph.relay.dtls;

import heliograph.relay.srtp.ProtectionProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** The {@code use_srtp} extension (RFC 5764, section 4.1), without an MKI. Any thread. */
final class UseSrtp {
    private UseSrtp() {}

    static UseSRTPData of(List<ProtectionProfile> profiles) {
        return new UseSRTPData(profiles.stream().mapToInt(ProtectionProfile::id).toArray(), TlsUtils.EMPTY_BYTES);
    }

    /** The first of ours that is among the remote's; without any there is nothing to talk about (section 4.1.1). */
    static ProtectionProfile choose(List<ProtectionProfile> ours, @Nullable UseSRTPData theirs) throws IOException {
        if (theirs == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "no use_srtp");
        }
        for (ProtectionProfile profile : ours) {
            if (Arrays.stream(theirs.getProtectionProfiles()).anyMatch(id -> id == profile.id())) {
                return profile;
            }
        }
        throw new TlsFatalAlert(AlertDescription.handshake_failure, "no SRTP profile in common");
    }
}
