package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.sound.SoundFan;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one peer sends: the shared video track, an audio track of its own. Thread {@code studio}. */
final class PeerTracks {
    /** Both in one stream, so that the browser keeps them together. */
    private static final List<String> STREAM = List.of("heliograph");

    private final NativeMedia media;
    private final SoundFan fan;
    private final RTCPeerConnection connection;
    private @Nullable RTCRtpSender videoSender;
    private @Nullable RTCRtpSender audioSender;
    private @Nullable AudioTrack audioTrack;
    private @Nullable CustomAudioSource audioSource;

    PeerTracks(NativeMedia media, SoundFan fan, RTCPeerConnection connection) {
        this.media = media;
        this.fan = fan;
        this.connection = connection;
    }

    void add(boolean video, boolean audio) {
        if (video) {
            videoSender = connection.addTrack(media.videoTrack(), STREAM);
        }
        if (audio) {
            CustomAudioSource source = new CustomAudioSource(media.clock());
            AudioTrack track = media.factory().createAudioTrack("audio", source);
            audioSource = source;
            audioTrack = track;
            audioSender = connection.addTrack(track, STREAM);
            fan.join(source);
        }
    }

    /**
     * What is sent from now on.
     *
     * @param bitrate the most that the video may take, in kbit/s
     * @param scaleDown what its width and height are divided by
     * @param active whether anything is encoded and sent at all
     */
    void limit(int bitrate, double scaleDown, boolean active) {
        if (videoSender != null) {
            set(videoSender, encoding -> {
                encoding.maxBitrate = bitrate * 1000;
                encoding.scaleResolutionDownBy = scaleDown;
                encoding.active = active;
            });
        }
        if (audioSender != null) {
            set(audioSender, encoding -> encoding.active = active);
        }
    }

    private static void set(RTCRtpSender sender, Consumer<RTCRtpEncodingParameters> change) {
        RTCRtpSendParameters parameters = sender.getParameters();
        parameters.encodings.forEach(change);
        sender.setParameters(parameters);
    }

    /** The first half of taking down: nothing is sent any more, and nothing is pushed. */
    void remove() {
        if (audioSource != null) {
            fan.leave(audioSource);
        }
        if (videoSender != null) {
            connection.removeTrack(videoSender);
            videoSender = null;
        }
        if (audioSender != null) {
            connection.removeTrack(audioSender);
            audioSender = null;
        }
    }

    /** The second half, after the connection was closed. */
    void dispose() {
        if (audioTrack != null) {
            audioTrack.dispose();
            audioTrack = null;
        }
        if (audioSource != null) {
            audioSource.dispose();
            audioSource = null;
        }
    }
}
