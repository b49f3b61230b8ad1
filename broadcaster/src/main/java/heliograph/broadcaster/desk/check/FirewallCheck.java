package heliograph.broadcaster.desk.check;

import heliograph.broadcaster.desk.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a firewall has to let in. Whether it does is not to be seen from here.
 *
 * @param doors such as {@code TCP 8443}; none: nobody comes in from other machines
 * @param changing whether one of them is another at each start
 */
record FirewallCheck(List<Door> doors, boolean changing, Supplier<Firewall> firewall) implements Check {
    FirewallCheck {
        doors = List.copyOf(doors);
    }

    /** What has to be let in: a port, or a range such as {@code 50000-50100}. */
    record Door(PortCheck.Protocol protocol, String ports) {
        /** As a firewall's command has it. {@code to} is what stands in a range there. */
        private String line(String format, char to) {
            return String.format(format, ports.replace('-', to), protocol.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Sentence title() {
        return Sentence.of("check.firewall");
    }

    @Override
    public Finding look() {
        return judge(firewall);
    }

    /** Asks which it is only where that matters. */
    private Finding judge(Supplier<Firewall> found) {
        if (doors.isEmpty()) {
            return Finding.fine("check.firewall.closed");
        }
        if (changing) {
            return Finding.warning("check.firewall.changing", Setting.HTTPS_PORT.option(), Setting.RELAY_PORT.option());
        }
        String wanted =
                doors.stream().map(door -> door.protocol() + " " + door.ports()).collect(Collectors.joining(", "));
        return switch (found.get()) {
            case UFW -> on("ufw", wanted, "sudo ufw allow %s/%s", ':', " && ", "%s");
            case FIREWALLD ->
                on(
                        "firewalld",
                        wanted,
                        "--add-port=%s/%s",
                        '-',
                        " ",
                        "sudo firewall-cmd --permanent %s && sudo firewall-cmd --reload");
            case NFTABLES -> on("nftables", wanted, "%2$s dport %1$s accept", '-', "; ", "%s");
            case UNSEEN -> Finding.advised(Finding.State.FINE, "check.firewall.unseen", wanted);
            case WINDOWS -> Finding.advised(Finding.State.FINE, "check.firewall.windows", wanted);
            case MAC -> Finding.advised(Finding.State.FINE, "check.firewall.mac", wanted);
        };
    }

    private Finding on(String name, String wanted, String format, char to, String between, String command) {
        String commands = doors.stream().map(door -> door.line(format, to)).collect(Collectors.joining(between));
        return Finding.warning("check.firewall.on", name, wanted, command.formatted(commands));
    }

    @Override
    public Finding late() {
        return judge(() -> Firewall.UNSEEN);
    }
}
