package heliograph.broadcaster.desk.check;

/**
 * Whether the uplink carries the viewers that are expected. Nothing is measured, for which a machine elsewhere would be needed: what
 * they need is reckoned, and held against what the contract promises.
 *
 * @param bitrate kbit/s of the picture, for each viewer
 * @param viewers at the same time
 * @param uplink Mbit/s; 0: nobody said it
 */
record UplinkCheck(int bitrate, int viewers, int uplink) implements Check {
    /** Opus as libwebrtc sends it, 32 kbit/s, and the headers of its 50 packets a second, in kbit/s. */
    private static final int SOUND = 64;

    @Override
    public Sentence title() {
        return Sentence.of("check.uplink");
    }

    @Override
    public Finding look() {
        double needed = (bitrate + SOUND) / 1000.0 * viewers;
        if (uplink == 0) {
            return Finding.warning("check.uplink.unknown", viewers, needed);
        }
        return needed <= uplink
                ? Finding.fine("check.uplink.fine", viewers, needed, uplink)
                : Finding.failed("check.uplink.short", viewers, needed, uplink);
    }

    @Override
    public Finding late() {
        return look();
    }
}
