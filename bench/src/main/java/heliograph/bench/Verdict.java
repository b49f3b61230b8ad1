package heliograph.bench;

/**
 * Whether a crowd got all that it should during a window, and what was short; a value.
 *
 * @param window that is judged
 */
record Verdict(Window window) {
    boolean isShort() {
        return window.below(CrowdMeasure.FULL_RATE) > 0 || window.lost() > 0;
    }

    /** For people: what was short, or that nothing was, and what every part of it used. */
    String text() {
        String frames = isShort()
                ? window.below(CrowdMeasure.FULL_RATE) + " got fewer than " + CrowdMeasure.FULL_RATE
                        + " frames a second, the worst " + Spread.number(window.fewestFrames(), 1) + "; "
                        + Math.round(window.lost()) + " packets never came."
                : "nothing was short; the worst got " + Spread.number(window.fewestFrames(), 1)
                        + " frames a second and no packet was missing in the end.";
        return frames + " The program used " + Spread.number(window.cores(), 2) + " cores, the receivers "
                + Spread.number(window.receiversCores(), 2) + ", of "
                + Runtime.getRuntime().availableProcessors() + "; "
                + (window.droppedHere() > 0
                        ? "the receivers themselves were too slow for " + window.droppedHere() + " packets."
                        : "the receivers kept up and dropped none.");
    }
}
