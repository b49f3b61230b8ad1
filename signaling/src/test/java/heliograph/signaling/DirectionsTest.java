package heliograph.signaling;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "heliograph", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionsTest {
    private static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theRoomHasNoLibraryInIt = classes()
            .that()
            .resideInAPackage("heliograph.signaling.room..")
            .should()
            .onlyDependOnClassesThat(
                    JDK.or(resideInAnyPackage("heliograph.signaling.room..", "heliograph.signaling.protocol..")))
            .because("its rules must be testable without a network, and stay when a library goes");

    @ArchTest
    static final ArchRule theProtocolKnowsNothingButGson = classes()
            .that()
            .resideInAPackage("heliograph.signaling.protocol..")
            .should()
            .onlyDependOnClassesThat(JDK.or(resideInAnyPackage("heliograph.signaling.protocol..", "com.google.gson..")))
            .because("both ends of the wire share it");

    @ArchTest
    static final ArchRule jettyStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "heliograph.signaling", "heliograph.signaling.http..", "heliograph.signaling.socket..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..")
            .because("what is behind the edge must not notice another server");

    @ArchTest
    static final ArchRule tokensAreMadeAndReadInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("heliograph.signaling.auth.Tokens")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.auth0..")
            .because("whether a token is good is decided once");

    @ArchTest
    static final ArchRule hashesAreMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("heliograph.signaling.auth.PasswordHash")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.crypto..")
            .because("the cost of a hash is chosen once");

    @ArchTest
    static final ArchRule certificatesAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("heliograph.signaling.tls..")
            .and()
            .doNotHaveFullyQualifiedName("heliograph.signaling.auth.PasswordHash")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("what a certificate says is decided once");

    @ArchTest
    static final ArchRule signalingKnowsNoBroadcaster = noClasses()
            .that()
            .resideInAPackage("heliograph.signaling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("heliograph.broadcaster..", "dev.onvoid..", "javax.swing..", "java.awt..")
            .because("the server also runs alone, on a host without a camera and without a display");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("heliograph.signaling.(*)..")
            .should()
            .beFreeOfCycles()
            .because("in a cycle nothing can be understood, tested or replaced by itself");
}
