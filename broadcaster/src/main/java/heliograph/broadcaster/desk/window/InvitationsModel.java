package heliograph.broadcaster.desk.window;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is shown of the invitations. Immutable; any thread.
 *
 * @param made the one that was just made; empty when its link was noted
 * @param mistake why the last wish was not done; empty: it was
 * @param busy whether one is being made
 */
record InvitationsModel(List<Line> lines, Optional<Made> made, String mistake, boolean busy) {
    InvitationsModel {
        lines = List.copyOf(lines);
    }

    /**
     * One invitation.
     *
     * @param cells what stands in the columns
     * @param revocable whether there is something to take back: who came in by one that is used up still watches
     */
    record Line(String id, String name, List<String> cells, boolean revocable) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A new one, whose link is shown this once.
     *
     * @param sentence for whom, how often and until when
     * @param link makes the link from the page's address
     */
    record Made(String sentence, UnaryOperator<String> link) {}
}
