package heliograph.broadcaster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of the design, and why they are so. */
@AnalyzeClasses(packages = "heliograph.broadcaster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDeskKnowsTheStudioByItsMessagesAlone = noClasses()
            .that()
            .resideInAnyPackage("heliograph.broadcaster.desk..", "heliograph.broadcaster.link..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("heliograph.broadcaster.studio..")
            .because("a class of the studio's in the desk's JVM would bring the native code that can abort it");

    @ArchTest
    static final ArchRule nativeMediaIsTheStudiosAlone = noClasses()
            .that()
            .resideOutsideOfPackage("heliograph.broadcaster.studio..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.onvoid..", "com.sun.jna..")
            .because("webrtc-java and JNA can take their whole process down, and the desk must outlive that");

    @ArchTest
    static final ArchRule theStudioKnowsNoDesk = noClasses()
            .that()
            .resideInAPackage("heliograph.broadcaster.studio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("heliograph.broadcaster.desk..")
            .allowEmptyShould(true)
            .because("the studio is told everything over the link, so that it can be started by anything");

    @ArchTest
    static final ArchRule theLinkKnowsNeitherEnd = noClasses()
            .that()
            .resideInAPackage("heliograph.broadcaster.link..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("heliograph.broadcaster.desk..")
            .because("both processes load it");

    @ArchTest
    static final ArchRule swingIsTheWindowsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("heliograph.broadcaster.desk.window..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "com.formdev..", "net.miginfocom..")
            .because("everything else also runs where there is no display");

    @ArchTest
    static final ArchRule thePresenterKnowsNoSwing = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.desk\\.window\\.((?!Monitor)\\w*Presenters?|(?!Lines)\\w+Model|ChoiceLists|Wishes|Looks|Errands)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..")
            .because("what the window does is tested without one");

    @ArchTest
    static final ArchRule whatIsShownOfPictureAndSoundKnowsNoSwing = noClasses()
            .that()
            .haveSimpleName("MonitorPresenter")
            .or()
            .haveSimpleName("TitlePresenter")
            .or()
            .haveSimpleName("Meter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "com.formdev..")
            .because("when it is silent, and what is looked at, is tested without a window");

    @ArchTest
    static final ArchRule theServerIsPutInAtOnePlace = classes()
            .that()
            .resideInAPackage("heliograph.signaling")
            .or()
            .resideInAPackage("heliograph.signaling.auth..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("heliograph.signaling..", "heliograph.broadcaster.desk")
            .allowEmptyShould(true)
            .because("the rest of the desk sees a Room, which a test can be");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("heliograph.broadcaster.(**)")
            .should()
            .beFreeOfCycles()
            .because("what is in a circle can only be understood, tested and changed together");
}
