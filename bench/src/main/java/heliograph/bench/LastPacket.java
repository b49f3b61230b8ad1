package heliograph.bench;

/**
 * The last packet of a frame, as tcpdump saw it; a value.
 *
 * @param time milliseconds by the kernel's clock
 * @param from the port it left
 * @param to the port it went to
 * @param timestamp RTP's: one for each frame, the same on both sides of the relay but for an offset
 */
record LastPacket(double time, int from, int to, long timestamp) {}
