package heliograph.broadcaster.desk.check;

/** One question about the way to viewers. On any thread that has no other duties. */
public interface Check {

    /** What it is about. */
    Sentence title();

    /** Looks, which may wait for the network; an interrupt ends it where the system lets it. */
    Finding look() throws InterruptedException;

    /** What it means that {@link #look} took too long. */
    Finding late();
}
