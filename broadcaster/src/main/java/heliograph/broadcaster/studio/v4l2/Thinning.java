package heliograph.broadcaster.studio.v4l2;

/** Leaves frames out evenly where a camera sends clearly more of them than are wished for. Pure; one thread. */
final class Thinning {
    private final int given;
    private final int wished;
    private int sum;

    /** From so many frames a second to so many; a fifth too many is none too many. */
    Thinning(int given, int wished) {
        this.given = given * 5 > wished * 6 ? given : wished;
        this.wished = wished;
        this.sum = this.given - wished;
    }

    /** Whether the next frame is sent. */
    boolean take() {
        sum += wished;
        if (sum < given) {
            return false;
        }
        sum -= given;
        return true;
    }
}
