package heliograph.whepcheck;

/** What became of a clause. */
enum Verdict {
    PASS,
    FAIL,
    /** It is advice (SHOULD, RECOMMENDED), which a server may have reasons not to follow. */
    WARN,
    /** It asks for nothing here, or could not be reached. */
    SKIP
}
