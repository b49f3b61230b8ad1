package heliograph.rig;

/**
 * A microphone of the rig's PulseAudio; a value.
 *
 * @param source PulseAudio's name for it
 * @param feed the sink whose sound it hears
 * @param name what the system calls it
 */
public record FakeMicrophone(String source, String feed, String name) {
    /** There from the start, and the default source. */
    public static final FakeMicrophone A = new FakeMicrophone("mic_a", "micfeed", "Rig Microphone A");

    /** There from the start. */
    public static final FakeMicrophone B = new FakeMicrophone("mic_b", "micfeed_b", "Rig Microphone B");
}
