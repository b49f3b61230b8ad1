package heliograph.broadcaster.link;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that starts the studio's JVM: the desk's own java and class path. No secret is ever on it.
 *
 * @param archive the studio's classes as its JVM wants them (class data sharing); without it a start takes twice as long
 */
public record StudioCommandLine(
        Path java, String classPath, int feature, String mainClass, List<String> options, Optional<Path> archive) {
    /** Beside the program's jar, where {@code scripts/run} puts it. */
    public static final String ARCHIVE = "studio.jsa";

    /** Started by name: the desk never loads a class of the studio's. */
    public static final String MAIN = "heliograph.broadcaster.studio.StudioMain";

    public StudioCommandLine {
        options = List.copyOf(options);
    }

    /** The studio of this very installation. */
    public static StudioCommandLine ofThisJvm(String mainClass, List<String> options) {
        String classPath = System.getProperty("java.class.path");
        return new StudioCommandLine(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                Runtime.version().feature(),
                mainClass,
                options,
                archive(classPath));
    }

    /** The archive beside the first jar; a class path that begins with a folder cannot have one. */
    static Optional<Path> archive(String classPath) {
        String first = classPath.split(File.pathSeparator, -1)[0];
        return first.endsWith(".jar")
                ? Optional.of(Path.of(first).resolveSibling(ARCHIVE)).filter(Files::isReadable)
                : Optional.empty();
    }

    /** The same without the archive. */
    StudioCommandLine withoutArchive() {
        return new StudioCommandLine(java, classPath, feature, mainClass, options, Optional.empty());
    }

    /** Program and arguments. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        if (feature >= 22) {
            words.add("--enable-native-access=ALL-UNNAMED");
        }
        words.add("-Djava.awt.headless=true");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Dstderr.encoding=UTF-8");
        if (archive.isPresent()) {
            words.add("-XX:SharedArchiveFile=" + archive.get());
            // One of another JVM, or for another class path, is passed over with a warning, which is no event.
            words.add("-Xlog:disable");
            words.add("-Xlog:all=warning:stderr");
        }
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        return words;
    }
}
