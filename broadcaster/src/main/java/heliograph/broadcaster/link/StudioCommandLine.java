package heliograph.broadcaster.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts the studio's JVM: the desk's own java and class path. No secret is ever on it. */
public record StudioCommandLine(Path java, String classPath, int feature, String mainClass, List<String> options) {
    /** Started by name: the desk never loads a class of the studio's. */
    public static final String MAIN = "heliograph.broadcaster.studio.StudioMain";

    public StudioCommandLine {
        options = List.copyOf(options);
    }

    /** The studio of this very installation. */
    public static StudioCommandLine ofThisJvm(String mainClass, List<String> options) {
        return new StudioCommandLine(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Runtime.version().feature(),
                mainClass,
                options);
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
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        return words;
    }
}
