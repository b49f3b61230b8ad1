package heliograph.signaling.tls;

import heliograph.signaling.auth.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that the program makes for itself, with its key in {@code tls.pem} in the data folder. It is made anew
 * when it is about to run out and when the computer has a name, or the link an address, that it does not stand for. The key stays,
 * and with it whatever a player has pinned to it. Asked by one thread at a time.
 */
public final class OwnCertificate implements IdentitySource {
    private static final Logger log = LoggerFactory.getLogger(OwnCertificate.class);
    private static final String FILE = "tls.pem";

    private final PrivateFolder folder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Supplier<MachineNames> machine;
    private @Nullable TlsIdentity identity;

    public OwnCertificate(
            PrivateFolder folder, InstantSource clock, SecureRandom random, Supplier<MachineNames> machine) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.machine = machine;
    }

    @Override
    public TlsIdentity current() throws IOException {
        MachineNames names = machine.get();
        TlsIdentity known = identity == null ? stored() : identity;
        if (known == null || !new SelfSigned(names).isStillGood(known.certificate(), clock.instant())) {
            known = made(known, names);
        }
        identity = known;
        return known;
    }

    /** Null where there is none; one that is damaged is no more than that. */
    private @Nullable TlsIdentity stored() throws IOException {
        Optional<byte[]> bytes = folder.read(FILE);
        if (bytes.isEmpty()) {
            return null;
        }
        String text = new String(bytes.get(), StandardCharsets.ISO_8859_1);
        try {
            Optional<PrivateKey> key = Pem.key(text);
            List<X509Certificate> chain = Pem.certificates(text);
            if (key.isPresent() && chain.size() == 1) {
                TlsIdentity stored = new TlsIdentity(key.get(), chain);
                if (stored.keyFits() && stored.isSelfSigned()) {
                    return stored;
                }
            }
        } catch (IOException e) {
            log.debug("certificate: {}", e.toString());
        }
        log.warn("certificate: {} in {} is damaged and is made anew", FILE, folder);
        return null;
    }

    private TlsIdentity made(@Nullable TlsIdentity before, MachineNames names) throws IOException {
        try {
            KeyPair key =
                    before == null ? newKey() : new KeyPair(before.certificate().getPublicKey(), before.key());
            MachineNames all = before == null ? names : names.with(SelfSigned.privateAddresses(before.certificate()));
            X509Certificate certificate = new SelfSigned(all).sign(key, clock.instant(), random);
            TlsIdentity now = new TlsIdentity(key.getPrivate(), List.of(certificate));
            String text = Pem.write(now.key()) + Pem.write(certificate);
            folder.write(FILE, text.getBytes(StandardCharsets.US_ASCII));
            log.info(
                    "certificate: made, good until {}, SHA-256 fingerprint {}",
                    certificate.getNotAfter().toInstant(),
                    now.fingerprint());
            return now;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256 and SHA-256", e);
        }
    }

    private KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }
}
