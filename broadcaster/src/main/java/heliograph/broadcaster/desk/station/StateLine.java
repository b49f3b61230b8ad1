package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioState;
import java.util.Locale;

/**
 * What goes on, in one line. Immutable.
 *
 * @param tone how serious it is; the window has a colour for it
 */
public record StateLine(String text, Tone tone) {

    /** How serious a line is. */
    public enum Tone {
        QUIET,
        BUSY,
        LIVE,
        WARNING,
        BAD
    }

    /** The line for a status. */
    public static StateLine of(Status status, Words words) {
        if (status.studio() instanceof StudioState.Recovering recovering) {
            String cause = recovering.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new StateLine(words.say("state.recovering." + cause), Tone.WARNING);
        }
        if (status.studio() instanceof StudioState.Incompatible) {
            return new StateLine(words.say("state.incompatible"), Tone.BAD);
        }
        // Without its libraries the studio lists devices and can send none of them.
        if (has(status, Problem.Kind.LIBRARY_MISSING)) {
            return new StateLine(words.say("state.library-missing"), Tone.BAD);
        }
        Air air = status.air();
        if (air instanceof Air.Starting) {
            return new StateLine(words.say("state.starting"), Tone.BUSY);
        }
        if (air instanceof Air.Stopping) {
            return new StateLine(words.say("state.stopping"), Tone.BUSY);
        }
        if (air instanceof Air.On on) {
            return onAir(on, words);
        }
        if (status.room() instanceof RoomState.Failed) {
            return new StateLine(words.say("state.room-failed"), Tone.BAD);
        }
        if (has(status, Problem.Kind.REPLACED)) {
            return new StateLine(words.say("state.replaced"), Tone.BAD);
        }
        return status.room() instanceof RoomState.Opening || status.devices().isEmpty()
                ? new StateLine(words.say("state.room-opening"), Tone.BUSY)
                : new StateLine(words.say("state.idle"), Tone.QUIET);
    }

    private static boolean has(Status status, Problem.Kind kind) {
        return status.problems().stream().anyMatch(it -> it.kind() == kind);
    }

    private static StateLine onAir(Air.On on, Words words) {
        if (on.video() && on.audio()) {
            return new StateLine(words.say("state.on-air"), Tone.LIVE);
        }
        if (on.audio()) {
            return new StateLine(words.say("state.on-air.no-video"), Tone.LIVE);
        }
        return on.video()
                ? new StateLine(words.say("state.on-air.no-audio"), Tone.LIVE)
                : new StateLine(words.say("state.on-air.nothing"), Tone.WARNING);
    }
}
