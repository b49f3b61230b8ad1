package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;

/** A peer connection's descriptions as futures; called on thread {@code studio}, completed on libwebrtc's. */
final class Negotiation {
    private final RTCPeerConnection connection;

    Negotiation(RTCPeerConnection connection) {
        this.connection = connection;
    }

    CompletableFuture<Void> setRemote(String sdp) {
        Done done = new Done();
        connection.setRemoteDescription(new RTCSessionDescription(RTCSdpType.OFFER, sdp), done);
        return done.future;
    }

    CompletableFuture<Void> setLocal(RTCSessionDescription answer) {
        Done done = new Done();
        connection.setLocalDescription(answer, done);
        return done.future;
    }

    CompletableFuture<RTCSessionDescription> createAnswer() {
        CompletableFuture<RTCSessionDescription> created = new CompletableFuture<>();
        connection.createAnswer(new RTCAnswerOptions(), new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                created.complete(description);
            }

            @Override
            public void onFailure(String error) {
                created.completeExceptionally(new IllegalStateException(error));
            }
        });
        return created;
    }

    private static final class Done implements SetSessionDescriptionObserver {
        final CompletableFuture<Void> future = new CompletableFuture<>();

        @Override
        public void onSuccess() {
            future.complete(null);
        }

        @Override
        public void onFailure(String error) {
            future.completeExceptionally(new IllegalStateException(error));
        }
    }
}
