package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Account;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.signaling.SignalingServer;
import heliograph.signaling.SignalingSettings;
import heliograph.signaling.SignalingStartException;
import heliograph.signaling.auth.Credentials;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The room of the signaling server in this process. Any thread. */
record SignalingRoom(SignalingServer server) implements Room {

    static Room open(Settings settings) throws RoomException {
        Account account = settings.account();
        @Nullable
        Credentials credentials = account == null ? null : new Credentials(account.user(), account.password());
        try {
            return new SignalingRoom(SignalingServer.start(new SignalingSettings(
                    settings.bind(),
                    settings.port(),
                    settings.data(),
                    settings.iceServers(),
                    credentials,
                    SignalingSettings.DEFAULT_MAX_VIEWERS,
                    InstantSource.system())));
        } catch (SignalingStartException e) {
            throw new RoomException(reason(e.reason()), detail(e), e);
        }
    }

    private static RoomException.Reason reason(SignalingStartException.Reason reason) {
        return switch (reason) {
            case PORT_TAKEN -> RoomException.Reason.PORT_TAKEN;
            case PORT_DENIED, ADDRESS_UNKNOWN -> RoomException.Reason.CANNOT_LISTEN;
            case DATA_FOLDER -> RoomException.Reason.DATA_FOLDER;
            case OTHER -> RoomException.Reason.FAILED;
        };
    }

    /** The desk has sentences of its own, in the user's language, around the system's words. */
    private static String detail(SignalingStartException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public URI watchUri() {
        return server.watchUri();
    }

    @Override
    public URI roomUri() {
        return server.roomUri();
    }

    @Override
    public String broadcasterToken() {
        return server.broadcasterToken();
    }

    @Override
    public Optional<FirstAccount> firstAccount() {
        return server.firstAccount().map(it -> new FirstAccount(it.username(), it.password()));
    }

    @Override
    public void onWatchers(Consumer<Watchers> listener) {
        server.onAudience(audience -> listener.accept(new Watchers(audience.watching(), audience.waiting())));
    }

    @Override
    public void close() {
        server.close();
    }
}
