package heliograph.broadcaster.link;

/** What the desk tells the studio: one line of JSON each, on the studio's standard input. Its end ends the studio. */
public sealed interface StudioCommand {

    /** The first line: the version that the desk speaks. A studio of another version says so and ends. */
    record Hello(int version) implements StudioCommand {}

    /** Go on air. While on air: change to these choices. */
    record Start(Broadcast broadcast) implements StudioCommand {}

    /** Go off air and release every device. */
    record Stop() implements StudioCommand {}
}
