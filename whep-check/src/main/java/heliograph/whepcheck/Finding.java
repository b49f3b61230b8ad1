package heliograph.whepcheck;

/**
 * One clause and what became of it. Immutable.
 *
 * @param section where the clause stands
 * @param clause what it asks for, in few words
 * @param why what the server did; of a pass as well, so that it can be seen what was looked at
 */
record Finding(Verdict verdict, String section, String clause, String why) {
    /** One line, without anything that the server could have put there to disturb a terminal. */
    String line() {
        String text = String.format("%s  %-18s %s (%s)", verdict, section, clause, why);
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
