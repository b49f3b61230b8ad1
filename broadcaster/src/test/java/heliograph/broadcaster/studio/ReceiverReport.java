package heliograph.broadcaster.studio;

/** What a {@link Receiver} has to say: one line of JSON each. */
sealed interface ReceiverReport {

    /** A message for the room. */
    record Signal(String json) implements ReceiverReport {}

    /**
     * What came in one session so far.
     *
     * @param frames how many
     * @param mark the first byte of the first row of blocks of the newest: which source painted it
     * @param number the newest frame's number
     * @param gaps how many numbers were left out
     * @param worst how many of them in a row, after the first second
     * @param width of the newest
     * @param height of the newest
     * @param lagMillis how old the newest was
     * @param hertz the pitch of the newest half second with sound in it; 0 where it was silent
     * @param level the loudest sample of the newest half second
     * @param kilobytes of media that came
     * @param lost how many of the video's packets did not come
     * @param ssrc of the video in hexadecimal, which stays as long as its sender is the same; 0 as long as nothing came
     * @param codec of the video, as in {@code video/VP8}
     */
    record Seen(
            String session,
            int frames,
            int mark,
            int number,
            int gaps,
            int worst,
            int width,
            int height,
            int lagMillis,
            int hertz,
            int level,
            int kilobytes,
            int lost,
            String ssrc,
            String codec)
            implements ReceiverReport {}
}
