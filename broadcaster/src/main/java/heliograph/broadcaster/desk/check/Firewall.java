package heliograph.broadcaster.desk.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The firewalls of this machine, as far as they are seen without an administrator's rights. */
enum Firewall {
    UFW,
    FIREWALLD,
    NFTABLES,
    /** None that shows itself. */
    UNSEEN,
    WINDOWS,
    MAC;

    /**
     * The one that is on. What it lets in is not to be seen.
     *
     * @param system {@code os.name}
     * @param root where the file system begins
     */
    static Firewall of(String system, Path root) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return WINDOWS;
        }
        if (os.startsWith("mac")) {
            return MAC;
        }
        if (ufwIsOn(root.resolve("etc/ufw/ufw.conf"))) {
            return UFW;
        }
        // Of each unit that runs systemd keeps a link there that everybody may see.
        Path units = root.resolve("run/systemd/units");
        if (isLink(units.resolve("invocation:firewalld.service"))) {
            return FIREWALLD;
        }
        return isLink(units.resolve("invocation:nftables.service")) ? NFTABLES : UNSEEN;
    }

    private static boolean isLink(Path path) {
        return Files.isSymbolicLink(path);
    }

    private static boolean ufwIsOn(Path file) {
        try {
            return Files.readString(file).lines().anyMatch(line -> line.strip().equalsIgnoreCase("ENABLED=yes"));
        } catch (IOException e) {
            return false;
        }
    }
}
