package heliograph.whepcheck;

/** What became of a clause. */
enum Verdict {
    PASS,
    FAIL,
    /** It asks for nothing here, or could not be reached. */
    SKIP
}
