package heliograph.rig;

import static java.util.Map.entry;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that the rig is made of, and the Debian packages that bring them. */
final class Programs {
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            entry("Xvfb", "xvfb"),
            entry("openbox", "openbox"),
            entry("pulseaudio", "pulseaudio"),
            entry("pactl", "pulseaudio-utils"),
            entry("gcc", "gcc libc6-dev"),
            entry("setpriv", "util-linux"),
            entry("unshare", "util-linux"),
            entry("nsenter", "util-linux"),
            entry("ip", "iproute2"),
            entry("tc", "iproute2"),
            entry("nft", "nftables"),
            entry("chromium", "chromium"),
            entry("firefox-esr", "firefox-esr"),
            entry("turnserver", "coturn"));

    private Programs() {}

    /** Throws one exception that names every program that is missing and how to get it. */
    static void require(String... programs) {
        require(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                programs);
    }

    static void require(List<Path> folders, String... programs) {
        List<String> missing = Stream.of(programs)
                .filter(program -> folders.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(program))))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The rig needs programs that are not installed: "
                    + String.join(", ", missing) + ". On Debian: sudo apt-get install "
                    + missing.stream().map(PACKAGES::get).distinct().collect(Collectors.joining(" ")));
        }
    }
}
