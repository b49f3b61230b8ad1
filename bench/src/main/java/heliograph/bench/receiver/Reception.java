package heliograph.bench.receiver;

/**
 * What one viewer got in a while, as the receivers tell it; a value, in JSON on its way.
 *
 * @param viewer its number
 * @param relayed whether it was the relay that answered it
 * @param trouble why it gets nothing; empty if it does
 * @param frames that could be shown
 * @param brokenFrames that could not: not whole, or after one that was not
 * @param longestPauseMillis between two frames that could be shown
 * @param gaps sequence numbers that did not come in turn
 * @param repaired those of them that came later, by RTX mostly
 * @param lost those of them that never came
 * @param restarts jumps in the sequence numbers
 * @param audioPackets of sound
 * @param audioLost of those
 * @param bytes of all RTP with its protection
 * @param forged packets whose protection was not good
 * @param droppedHere packets that this receiver's own socket had no room for since it was opened: a receiver that is too slow
 */
public record Reception(
        int viewer,
        boolean relayed,
        String trouble,
        long frames,
        long brokenFrames,
        double longestPauseMillis,
        long gaps,
        long repaired,
        long lost,
        long restarts,
        long audioPackets,
        long audioLost,
        long bytes,
        long forged,
        long droppedHere) {}
