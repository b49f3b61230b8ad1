package heliograph.broadcaster.studio.picture;

import org.jspecify.annotations.Nullable;

/**
 * When viewers get the slate instead of the picture. Pure; one thread at a time.
 *
 * <p>It counts turns, not time: where the whole process stood still, no camera was late.
 */
final class SlateRule {
    /** Why there is no picture. */
    enum Reason {
        /** None comes, nobody knows why. */
        UNAVAILABLE,
        /** The camera is gone. */
        DISCONNECTED,
        /** Nobody is to see it. */
        HIDDEN
    }

    static final int TURN_MILLIS = 50;
    /** Before the very first picture: a camera takes so long to start. */
    static final int FIRST_TURNS = 2000 / TURN_MILLIS;
    /** Viewers are promised the slate within a second. */
    static final int SILENT_TURNS = 700 / TURN_MILLIS;
    /** Five slates a second, so that who comes late, or asks for a key frame, is served soon. */
    static final int REPEAT_TURNS = 200 / TURN_MILLIS;

    private static final int TURNS_A_SECOND = 1000 / TURN_MILLIS;

    private int allowed;
    private int left = FIRST_TURNS;
    private int repeat;
    private boolean hidden;
    private @Nullable Reason reason;

    /** So many pictures a second are to come from now on; 0: none, and no slate either. */
    void expect(int rate) {
        if (rate == 0) {
            allowed = 0;
            return;
        }
        if (allowed == 0) {
            left = FIRST_TURNS;
            reason = null;
        }
        allowed = Math.max(SILENT_TURNS, 5 * TURNS_A_SECOND / (2 * rate));
    }

    /** From now on nobody is to see a picture, or may again. */
    void hide(boolean now) {
        if (hidden != now) {
            hidden = now;
            repeat = 0;
        }
    }

    /** A picture is here; whether it may be seen. */
    boolean picture() {
        left = allowed;
        reason = null;
        if (!hidden) {
            repeat = 0;
        }
        return !hidden;
    }

    /** No picture is to be waited for. */
    void lost(Reason why) {
        left = 0;
        if (reason != why) {
            reason = why;
            repeat = hidden ? repeat : 0;
        }
    }

    /** Whether nothing better is there than the slate. */
    boolean isOut() {
        return allowed > 0 && (hidden || left == 0);
    }

    /** The next {@value #TURN_MILLIS} ms: why the slate is to be sent now; null when it is not. */
    @Nullable
    Reason turn() {
        if (left > 0) {
            left--;
            if (!hidden) {
                return null;
            }
        }
        if (allowed == 0) {
            return null;
        }
        repeat--;
        if (repeat > 0) {
            return null;
        }
        repeat = REPEAT_TURNS;
        if (hidden) {
            return Reason.HIDDEN;
        }
        return reason == null ? Reason.UNAVAILABLE : reason;
    }
}
