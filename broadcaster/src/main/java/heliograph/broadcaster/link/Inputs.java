package heliograph.broadcaster.link;

/**
 * What picture and sound are made from.
 *
 * @param camera where the picture comes from
 * @param microphone where the sound comes from
 * @param video the size and rate that the picture is wished in
 * @param processing what libwebrtc does to a microphone's sound
 */
public record Inputs(Source camera, Source microphone, Broadcast.Video video, Broadcast.Processing processing) {
    /** No picture and no sound. */
    public static final Inputs NONE = new Inputs(
            new Source.None(),
            new Source.None(),
            new Broadcast.Video(1280, 720, 30, 0, VideoCodec.AUTO),
            new Broadcast.Processing(false, false, false));

    /** The same with no picture, or no sound, unless it is asked for. */
    public Inputs only(boolean picture, boolean sound) {
        return new Inputs(
                picture ? camera : new Source.None(), sound ? microphone : new Source.None(), video, processing);
    }

    /** Whether the other's picture can be had without opening anything anew. */
    public boolean samePicture(Inputs other) {
        return camera.equals(other.camera) && (camera instanceof Source.None || video.sameFrames(other.video));
    }

    /** Whether the other's sound can be had without opening anything anew. */
    public boolean sameSound(Inputs other) {
        return microphone.equals(other.microphone)
                && (microphone instanceof Source.None || processing.equals(other.processing));
    }
}
