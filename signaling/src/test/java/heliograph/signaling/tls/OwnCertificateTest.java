package heliograph.signaling.tls;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {
    private final TestClock clock = new TestClock();
    private MachineNames machine;

    @TempDir
    private Path data;

    OwnCertificateTest() throws IOException {
        machine = machine("192.0.2.10", "2001:db8::10");
    }

    @Test
    void itStandsForTheMachineAndServesTlsAlone() throws Exception {
        X509Certificate certificate = own().current().certificate();
        assertThat(subjects(certificate))
                .containsExactlyInAnyOrder(
                        "localhost", "desk", "desk.local", "127.0.0.1", "192.0.2.10", "2001:db8:0:0:0:0:0:10");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).as("no CA").isEqualTo(-1);
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(256);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(own().current().isSelfSigned()).isTrue();
    }

    @Test
    void itIsAskedWhetherItStandsForAHostAsUrlsHaveIt() throws Exception {
        TlsIdentity identity = own().current();
        for (String host : List.of("desk.local", "DESK", "192.0.2.10", "[2001:db8:0:0:0:0:0:10]")) {
            assertThat(identity.standsFor(host)).as(host).isTrue();
        }
        for (String host : List.of("other.local", "192.0.2.11", "[2001:db8:0:0:0:0:0:11]", "")) {
            assertThat(identity.standsFor(host)).as(host).isFalse();
        }
    }

    @Test
    void itIsGoodForNoLongerThanBrowsersAllowAndForAClockThatIsBehind() throws Exception {
        X509Certificate certificate = own().current().certificate();
        Duration validity = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(validity).isLessThanOrEqualTo(Duration.ofDays(398));
        assertThat(certificate.getNotBefore().toInstant())
                .isBeforeOrEqualTo(clock.instant().minus(Duration.ofHours(12)));
    }

    @Test
    void itIsKeptWhereOnlyItsOwnerReadsItAndUsedAgainAtTheNextStart() throws Exception {
        TlsIdentity first = own().current();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls.pem"))))
                .isEqualTo("rw-------");
        assertThat(own().current()).isEqualTo(first);
        assertThat(first.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void nothingIsMadeAnewWhileNothingChanges() throws Exception {
        OwnCertificate own = own();
        TlsIdentity first = own.current();
        clock.advance(Duration.ofDays(300));
        assertThat(own.current()).isSameAs(first);
    }

    @Test
    void itIsRenewedAMonthBeforeItsEndWithTheSameKey() throws Exception {
        OwnCertificate own = own();
        TlsIdentity first = own.current();
        clock.advance(Duration.ofDays(367));
        TlsIdentity second = own.current();
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(second.certificate().getPublicKey())
                .isEqualTo(first.certificate().getPublicKey());
        assertThat(second.certificate().getNotAfter().toInstant())
                .isAfter(clock.instant().plus(Duration.ofDays(390)));
        assertThat(own().current()).as("the next start finds the new one").isEqualTo(second);
    }

    @Test
    void itIsRenewedWhenTheProgramSleptPastItsEnd() throws Exception {
        own().current();
        clock.advance(Duration.ofDays(1000));
        assertThat(own().current().certificate().getNotAfter().toInstant()).isAfter(clock.instant());
    }

    @Test
    void anotherNameAndAnotherAddressOfTheLinkAreTakenIn() throws Exception {
        OwnCertificate own = own();
        own.current();
        machine = machine("198.51.100.7", "2001:db8::10");
        assertThat(subjects(own.current().certificate()))
                .contains("198.51.100.7")
                .doesNotContain("192.0.2.10");
        machine = new MachineNames(Set.of("localhost", "other"), machine.addresses(), machine.linked());
        assertThat(subjects(own.current().certificate())).contains("other");
    }

    @Test
    void anAddressThatNoLinkNamesChangesNothing() throws Exception {
        OwnCertificate own = own();
        TlsIdentity first = own.current();
        machine = machine("192.0.2.10", "2001:db8::10", "172.17.0.1", "10.8.0.2");
        assertThat(own.current()).isSameAs(first);
    }

    @Test
    void anAddressOfTheLinkThatNoInterfaceTellsOfIsStoodForAsWell() throws Exception {
        OwnCertificate own = own();
        machine = machine("192.0.2.10").linkedBy(InetAddress.getByName("127.0.0.2"));
        TlsIdentity first = own.current();
        assertThat(subjects(first.certificate())).contains("127.0.0.2");
        assertThat(own.current()).isSameAs(first);
        machine = machine("192.0.2.10").linkedBy(InetAddress.getByName("fe80::1%1"));
        TlsIdentity second = own.current();
        assertThat(own.current()).isSameAs(second);
    }

    @Test
    void whoGoesHomeAndBackFindsTheSameCertificate() throws Exception {
        machine = machine("192.168.1.10");
        OwnCertificate own = own();
        own.current();
        machine = machine("10.20.30.40");
        TlsIdentity atSchool = own.current();
        assertThat(subjects(atSchool.certificate())).contains("10.20.30.40", "192.168.1.10");
        machine = machine("192.168.1.10");
        assertThat(own.current()).isSameAs(atSchool);
    }

    @Test
    void anAddressThatIsGoneChangesNothing() throws Exception {
        OwnCertificate own = own();
        TlsIdentity first = own.current();
        machine = new MachineNames(Set.of("localhost"), Set.of(), machine.linked());
        assertThat(own.current()).isSameAs(first);
    }

    @Test
    void aDamagedFileIsReplaced() throws Exception {
        own().current();
        for (String damage : List.of("", "rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            Files.writeString(data.resolve("tls.pem"), damage);
            assertThat(own().current().isSelfSigned()).isTrue();
            assertThat(Files.readString(data.resolve("tls.pem"))).contains("PRIVATE KEY", "END CERTIFICATE");
        }
    }

    @Test
    void theMachineKnowsItselfAsLocalhost() throws Exception {
        MachineNames now = MachineNames.now();
        assertThat(now.names()).contains("localhost");
        assertThat(now.addresses()).contains(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        assertThat(now.addresses()).noneMatch(InetAddress::isLinkLocalAddress);
    }

    private OwnCertificate own() throws IOException {
        return new OwnCertificate(PrivateFolder.open(data), clock, new SecureRandom(), () -> machine);
    }

    /** Of these addresses the first is the link's. */
    private static MachineNames machine(String... addresses) throws IOException {
        Set<InetAddress> all = new HashSet<>(Set.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        for (String address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        return new MachineNames(Set.of("localhost", "desk", "desk.local"), all, InetAddress.getByName(addresses[0]));
    }

    private static List<String> subjects(X509Certificate certificate) throws Exception {
        return Objects.requireNonNull(certificate.getSubjectAlternativeNames()).stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }
}
