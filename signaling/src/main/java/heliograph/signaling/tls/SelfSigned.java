package heliograph.signaling.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a certificate of our own is to say of this computer (RFC 5280), and whether one still says it. Immutable; any thread. */
record SelfSigned(MachineNames machine) {
    /** With the day before: less than the 398 days that browsers allow. */
    static final Duration VALIDITY = Duration.ofDays(396);

    /** A viewer's clock may be behind ours. */
    static final Duration BEFORE = Duration.ofDays(1);

    static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private static final int SERIAL_BITS = 127;
    private static final int KEPT = 16;
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    X509Certificate sign(KeyPair key, Instant now, SecureRandom random) throws GeneralSecurityException, IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, "Heliograph")
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(VALIDITY)),
                name,
                key.getPublic());
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        // Not a CA: whoever comes to trust it trusts it for this computer alone.
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, subjects());
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key.getPublic()));
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * Whether it lasts and stands for this computer as its viewers know it. Addresses come and go, of IPv6 by themselves
     * (RFC 8981) and with every bridge of a virtual machine; each new certificate is one more warning for each viewer, and
     * shuts out the pages that are open. So the one that the link names is enough.
     */
    boolean isStillGood(X509Certificate certificate, Instant now) {
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant().minus(RENEWED_BEFORE_END))) {
            return false;
        }
        Set<Object> known = subjects(certificate);
        return known.containsAll(machine.names())
                && known.contains(machine.linked().getHostAddress());
    }

    /**
     * The private addresses (RFC 1918) that a certificate stands for, some of them: at home, at school and at home again it
     * need not be made anew. Others are not kept, as they would tell each viewer where this computer has been.
     */
    static List<InetAddress> privateAddresses(X509Certificate certificate) {
        return subjects(certificate).stream()
                .map(String::valueOf)
                .filter(subject -> IPV4.matcher(subject).matches())
                .flatMap(SelfSigned::address)
                .filter(InetAddress::isSiteLocalAddress)
                .limit(KEPT)
                .toList();
    }

    private static Stream<InetAddress> address(String text) {
        try {
            return Stream.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Stream.empty();
        }
    }

    private GeneralNames subjects() {
        List<GeneralName> names = new ArrayList<>();
        machine.names().stream().sorted().forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        Stream.concat(Stream.of(machine.linked()), machine.addresses().stream())
                .distinct()
                .map(address -> new GeneralName(GeneralName.iPAddress, new DEROctetString(address.getAddress())))
                .forEach(names::add);
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    /** All that a certificate names. */
    static Set<Object> subjects(X509Certificate certificate) {
        Set<Object> subjects = new HashSet<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                names.forEach(name -> subjects.add(Objects.requireNonNull(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            // Then it stands for nothing; our own is made anew.
            return Set.of();
        }
        return subjects;
    }
}
