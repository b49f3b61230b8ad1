package heliograph.signaling.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator gave out, and may take back: an invitation, a broadcaster's credential. */
interface Issued {
    String id();

    /** What whoever comes in by it is called. */
    String name();

    boolean revoked();

    /** What became of which between two readings of a file, for the audit. */
    static List<String> changes(Map<String, ? extends Issued> before, Map<String, ? extends Issued> now) {
        List<String> changes = new ArrayList<>();
        now.values().forEach(it -> {
            Issued old = before.get(it.id());
            if (old == null) {
                changes.add(it.id() + " (" + it.name() + ") made");
            } else if (it.revoked() && !old.revoked()) {
                changes.add(it.id() + " (" + it.name() + ") revoked");
            }
        });
        before.values().stream()
                .filter(it -> !now.containsKey(it.id()))
                .forEach(it -> changes.add(it.id() + " (" + it.name() + ") gone"));
        return changes;
    }
}
