package heliograph.broadcaster.link;

import org.jspecify.annotations.Nullable;

/**
 * Something that the user should know. The desk has the words, in the user's language.
 *
 * @param kind what is wrong
 * @param device the device it is about, by its friendly name; null where it is about none
 * @param detail for the log and the curious, in English; null where there is nothing to add
 */
public record Problem(
        Kind kind, @Nullable String device, @Nullable String detail) {

    /** What can be wrong. Each has a sentence that names the device and the remedy, {@code problem.KIND} in the bundle. */
    public enum Kind {
        /** No PulseAudio or PipeWire answers. */
        NO_AUDIO_DAEMON,
        /** No camera that can be used. */
        NO_CAMERA,
        /** No microphone that can be used. */
        NO_MICROPHONE,
        /** The camera that was chosen is not there. */
        CAMERA_MISSING,
        /** Another program has the camera. */
        CAMERA_BUSY,
        /** No rights to the camera. */
        CAMERA_DENIED,
        /** The camera was pulled while it ran. */
        CAMERA_LOST,
        /** The camera is open and sends no pictures. */
        CAMERA_SILENT,
        /** The camera refused for another reason. */
        CAMERA_FAILED,
        /** The screen cannot be shown; the detail says why. */
        SCREEN_FAILED,
        /** The microphone that was chosen is not there. */
        MICROPHONE_MISSING,
        /** The microphone was pulled, or the audio daemon died, while it ran. */
        MICROPHONE_LOST,
        /** The microphone is open and sends nothing, not even silence. */
        MICROPHONE_SILENT,
        /** The microphone refused for another reason. */
        MICROPHONE_FAILED,
        /** A library that the native media code needs is not installed; the detail names it. */
        LIBRARY_MISSING,
        /** The signaling server cannot be reached or refuses. */
        ROOM_UNREACHABLE,
        /** Another broadcaster has the room now. Over when this one goes on air again. */
        REPLACED
    }
}
