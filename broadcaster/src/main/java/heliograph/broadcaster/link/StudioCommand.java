package heliograph.broadcaster.link;

/** What the desk tells the studio: one line of JSON each, on the studio's standard input. Its end ends the studio. */
public sealed interface StudioCommand {

    /** The first line: the version that the desk speaks. A studio of another version says so and ends. */
    record Hello(int version) implements StudioCommand {}

    /** Go on air. While on air: change to these choices. */
    record Start(Broadcast broadcast) implements StudioCommand {}

    /** Go off air, and release every device that is not monitored. */
    record Stop() implements StudioCommand {}

    /**
     * Show the desk what comes in, on air and off it, until told otherwise. While on air that is what is sent.
     *
     * @param inputs opened while off air, as far as they are looked at
     * @param picture whether {@link StudioEvent.Preview} is wanted
     * @param sound whether {@link StudioEvent.Level} is wanted
     */
    record Monitor(Inputs inputs, boolean picture, boolean sound) implements StudioCommand {
        /** Nobody looks. */
        public static final Monitor NOTHING = new Monitor(Inputs.NONE, false, false);
    }
}
