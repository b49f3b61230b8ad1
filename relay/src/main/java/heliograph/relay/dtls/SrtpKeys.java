package heliograph.relay.dtls;

import heliograph.relay.srtp.MasterKey;
import heliograph.relay.srtp.ProtectionProfile;
import java.util.Arrays;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsContext;

/** What a handshake gives to SRTP (RFC 5764, section 4.2): the profile, and a master key for each direction. */
public record SrtpKeys(ProtectionProfile profile, MasterKey send, MasterKey receive) {
    static SrtpKeys export(TlsContext context, ProtectionProfile profile) {
        int key = profile.keyLength();
        int salt = profile.saltLength();
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
        MasterKey client = new MasterKey(
                Arrays.copyOfRange(material, 0, key), Arrays.copyOfRange(material, 2 * key, 2 * key + salt));
        MasterKey server = new MasterKey(
                Arrays.copyOfRange(material, key, 2 * key),
                Arrays.copyOfRange(material, 2 * key + salt, 2 * (key + salt)));
        Arrays.fill(material, (byte) 0);
        return context.isServer() ? new SrtpKeys(profile, server, client) : new SrtpKeys(profile, client, server);
    }
}
