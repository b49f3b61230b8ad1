package heliograph.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "heliograph.relay", importOptions = ImportOption.DoNotIncludeTests.class)
class RelayDirectionsTest {
    @ArchTest
    static final ArchRule theRelayKnowsNobodyElse = classes()
            .that()
            .resideInAPackage("heliograph.relay..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.bouncycastle..",
                    "heliograph.relay..")
            .because(
                    "it serves anybody with an offer, needs no native code, and is tested without a room or a browser");

    @ArchTest
    static final ArchRule dtlsIsMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("heliograph.relay.dtls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("what is behind the handshake must not notice another library");

    @ArchTest
    static final ArchRule whatForwardsKnowsALegAlone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "heliograph.relay.port..",
                    "heliograph.relay.dtls..",
                    "heliograph.relay.srtp..",
                    "heliograph.relay.stun..",
                    "heliograph.relay.ice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("heliograph.relay.srtp..", "heliograph.relay.stun..", "heliograph.relay.ice..")
            .because("how a packet is protected and finds its way is a leg's own business");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("heliograph.relay.(*)..")
            .should()
            .beFreeOfCycles()
            .because("in a cycle nothing can be understood, tested or replaced by itself");
}
