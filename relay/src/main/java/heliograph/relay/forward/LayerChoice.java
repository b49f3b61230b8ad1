package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import java.util.concurrent.TimeUnit;

/**
 * Decides which layer one viewer gets: down as soon as its feedback tells of congestion, up after a trial that lasts so long without
 * any. No congestion controller: two layers are all that there is. On the thread of the viewer's worker.
 */
final class LayerChoice {
    /** What is to be done. */
    enum Step {
        STAY,
        DOWN,
        UP,
        /** A trial begins. */
        TRY,
        /** It has failed, and what it did to the link is over soon. */
        GIVE_UP,
        /** What there is will do: the half layer does not come. */
        TAKE_ANY,
        /** Even the half layer is too much. */
        TOO_WEAK
    }

    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(2500);
    private static final long CERTAIN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(3);
    private static final long WEAK = TimeUnit.SECONDS.toNanos(4);
    private static final long TRIAL = TimeUnit.MILLISECONDS.toNanos(2000);
    /**
     * What a trial sends more, in each part of its time: of what the full layer takes beside the half one. The first parts tell of a link that is
     * far too narrow before its queue is full.
     */
    private static final double[] SHARES = {0.2, 0.2, 0.5, 1.1, 1.1};

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_STEP = TimeUnit.SECONDS.toNanos(2);
    /** With the trial itself, the settling and a key frame less than 15 s from a link's recovery to the full layer. */
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(9);

    /** For whom nothing can be tried, so that the full layer itself is the trial. */
    private static final long UNTRIED_PAUSE = TimeUnit.SECONDS.toNanos(60);

    private static final long NEVER = Long.MAX_VALUE;

    private Layer target = Layer.FULL;
    private long turnedAt;
    private long congestedSince = NEVER;
    private long calmSince = NEVER;
    private long weakSince = NEVER;
    private long trialSince = NEVER;
    private long pause = FIRST_PAUSE;
    private boolean turned;
    private boolean tookAny;
    private boolean toldWeak;
    private boolean canTry = true;

    /** Whether more can be sent than the picture: to a viewer that knows no retransmissions it cannot. */
    void canTry(boolean possible) {
        canTry = possible;
    }

    /**
     * What is to be done now; to be asked ten times a second.
     *
     * @param arrived whether the picture is of the target already
     * @param congested whether the viewer's feedback tells of congestion
     * @param suspected whether it tells of what may become congestion, since the last step
     */
    Step next(boolean arrived, boolean congested, boolean suspected, long now) {
        congestedSince = congested ? Math.min(congestedSince, now) : NEVER;
        calmSince = congested ? NEVER : Math.min(calmSince, now);
        boolean certain = congestedSince != NEVER && now - congestedSince >= CERTAIN;
        if (target == Layer.FULL) {
            return onFull(certain, now);
        }
        if (!arrived) {
            return waiting(now);
        }
        return trialSince == NEVER ? onHalf(certain, now) : trial(congested || suspected, now);
    }

    private Step onFull(boolean certain, long now) {
        if (!certain || (turned && now - turnedAt < CERTAIN)) {
            if (turned && now - turnedAt > LONGEST_PAUSE) {
                pause = FIRST_PAUSE;
            }
            return Step.STAY;
        }
        if (turned) {
            // It came up too early.
            pause = Math.min(LONGEST_PAUSE, pause + PAUSE_STEP);
        }
        turn(Layer.HALF, now);
        return Step.DOWN;
    }

    private Step waiting(long now) {
        if (!tookAny && now - turnedAt >= LONGEST_WAIT) {
            tookAny = true;
            return Step.TAKE_ANY;
        }
        if (now - turnedAt >= LONGEST_WAIT + WEAK && congestedSince != NEVER) {
            return tooWeak();
        }
        return Step.STAY;
    }

    private Step onHalf(boolean certain, long now) {
        if (now - turnedAt < SETTLING) {
            return Step.STAY;
        }
        if (certain) {
            weakSince = Math.min(weakSince, now);
            return now - weakSince >= WEAK ? tooWeak() : Step.STAY;
        }
        if (calmSince != NEVER && now - calmSince > SETTLING) {
            weakSince = NEVER;
        }
        if (calmSince == NEVER || now - turnedAt < (canTry ? pause : UNTRIED_PAUSE)) {
            return Step.STAY;
        }
        trialSince = now;
        return Step.TRY;
    }

    private Step trial(boolean failed, long now) {
        if (failed) {
            trialSince = NEVER;
            congestedSince = NEVER;
            weakSince = NEVER;
            // The next one is so long after this one as this one was after the last turn.
            turnedAt = now;
            pause = Math.min(LONGEST_PAUSE, pause + PAUSE_STEP);
            return Step.GIVE_UP;
        }
        if (now - trialSince < TRIAL) {
            return Step.STAY;
        }
        turn(Layer.FULL, now);
        return Step.UP;
    }

    private Step tooWeak() {
        if (toldWeak) {
            return Step.STAY;
        }
        toldWeak = true;
        return Step.TOO_WEAK;
    }

    private void turn(Layer layer, long now) {
        target = layer;
        turned = true;
        turnedAt = now;
        trialSince = NEVER;
        congestedSince = NEVER;
        calmSince = NEVER;
        weakSince = NEVER;
        tookAny = false;
    }

    /** How much of what the full layer takes beside the half one is to be sent now to try whether it fits, 0 to 1. */
    double trialShare(long now) {
        if (trialSince == NEVER) {
            return 0;
        }
        return SHARES[(int) Math.min(SHARES.length - 1, (now - trialSince) * SHARES.length / TRIAL)];
    }
}
