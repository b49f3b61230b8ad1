package heliograph.broadcaster.studio.source;

/** Leaves frames out evenly where a source gives clearly more of them than are wished for. Pure; one thread. */
public final class Thinning {
    private final int given;
    private final int wished;
    private int sum;

    /** From so many frames a second to so many; a fifth too many is none too many. */
    public Thinning(int given, int wished) {
        this.given = given * 5 > wished * 6 ? given : wished;
        this.wished = wished;
        this.sum = this.given - wished;
    }

    /** Whether the next frame is sent. */
    public boolean take() {
        sum += wished;
        if (sum < given) {
            return false;
        }
        sum -= given;
        return true;
    }
}
