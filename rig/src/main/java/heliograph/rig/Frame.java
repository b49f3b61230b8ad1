package heliograph.rig;

/**
 * A frame that a page presented, and what it said of itself.
 *
 * @param shown when it was due on the screen, in milliseconds of the page's {@code performance.now()}
 * @param source who made it: a camera's index, 5 for the built-in test picture
 * @param number its number at the source, modulo 2^24
 * @param latency milliseconds from the source's wall clock to the screen
 * @param flash whether its centre is white
 * @param presented how many frames the element had presented by then; a jump means that the probe missed some, not the viewer
 */
public record Frame(double shown, int source, int number, double latency, boolean flash, long presented) {}
