package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.relay.RelayBridge;
import heliograph.broadcaster.desk.relay.RelayOpener;
import heliograph.broadcaster.desk.settings.Account;
import heliograph.broadcaster.desk.settings.Https;
import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.NoRelay;
import heliograph.broadcaster.desk.station.RelayedViewer;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.desk.station.RoomViewer;
import heliograph.signaling.HttpsSettings;
import heliograph.signaling.SignalingServer;
import heliograph.signaling.SignalingSettings;
import heliograph.signaling.SignalingStartException;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.Attendee;
import heliograph.signaling.room.MediaPath;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room of the signaling server in this process, and the relay in it. Any thread.
 *
 * @param relay null: everybody is served directly
 * @param noRelay why, where there should be one
 */
record SignalingRoom(SignalingServer server, @Nullable RelayBridge relay, Optional<NoRelay> noRelay) implements Room {
    private static final Logger log = LoggerFactory.getLogger(SignalingRoom.class);

    /** Without a relay where there should be one: that is no reason to have no room. */
    static Room open(Settings settings, Optional<RelayOpener> opener) throws RoomException {
        SignalingServer server = start(settings);
        RelaySettings relay = settings.relay();
        if (relay == null) {
            return new SignalingRoom(server, null, Optional.empty());
        }
        if (opener.isEmpty()) {
            String codec = settings.video().codec().name();
            return new SignalingRoom(server, null, Optional.of(new NoRelay(NoRelay.Reason.CODEC, codec)));
        }
        try {
            return new SignalingRoom(server, RelayBridge.open(opener.get(), relay, server::relay), Optional.empty());
        } catch (IOException e) {
            log.warn("relay: cannot use UDP port {}: {}", relay.port(), e.toString());
            return new SignalingRoom(server, null, Optional.of(why(e)));
        }
    }

    private static NoRelay why(IOException failure) {
        return failure instanceof BindException
                ? new NoRelay(NoRelay.Reason.PORT_TAKEN, "")
                : new NoRelay(NoRelay.Reason.CANNOT_LISTEN, String.valueOf(failure.getMessage()));
    }

    private static SignalingServer start(Settings settings) throws RoomException {
        Account account = settings.account();
        @Nullable
        Credentials credentials = account == null ? null : new Credentials(account.user(), account.password());
        Https https = settings.https();
        try {
            return SignalingServer.start(new SignalingSettings(
                    settings.bind(),
                    settings.port(),
                    https == null ? null : https(https),
                    settings.allowedOrigins(),
                    settings.data(),
                    settings.iceServers(),
                    credentials,
                    settings.maxViewers(),
                    settings.paths(),
                    settings.trustedProxies(),
                    InstantSource.system()));
        } catch (SignalingStartException e) {
            throw new RoomException(reason(e.reason()), detail(e), e);
        }
    }

    private static HttpsSettings https(Https https) {
        Path certificate = https.certificate();
        Path key = https.key();
        return new HttpsSettings(
                https.bind(),
                https.port(),
                certificate == null || key == null ? null : new HttpsSettings.Files(certificate, key));
    }

    private static RoomException.Reason reason(SignalingStartException.Reason reason) {
        return switch (reason) {
            case PORT_TAKEN -> RoomException.Reason.PORT_TAKEN;
            case PORT_DENIED, ADDRESS_UNKNOWN -> RoomException.Reason.CANNOT_LISTEN;
            case HTTPS_PORT_TAKEN -> RoomException.Reason.HTTPS_PORT_TAKEN;
            case HTTPS_PORT_DENIED, HTTPS_ADDRESS_UNKNOWN -> RoomException.Reason.HTTPS_CANNOT_LISTEN;
            case CERTIFICATE -> RoomException.Reason.CERTIFICATE;
            case DATA_FOLDER -> RoomException.Reason.DATA_FOLDER;
            case OTHER -> RoomException.Reason.FAILED;
        };
    }

    /** The desk has sentences of its own, in the user's language, around the system's words. */
    private static String detail(SignalingStartException failure) {
        if (failure.reason() == SignalingStartException.Reason.CERTIFICATE) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public Links links() {
        return known(server.links());
    }

    @Override
    public void onLinks(Consumer<Links> listener) {
        server.onLinks(links -> listener.accept(known(links)));
    }

    private static Links known(heliograph.signaling.Links links) {
        return new Links(
                links.plain(),
                links.isPlainForOthers(),
                links.secure().map(it -> new Secure(it.uri(), it.others(), it.fingerprint())));
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
    public void onViewers(Consumer<List<RoomViewer>> listener) {
        server.onAttendance(viewers ->
                listener.accept(viewers.stream().map(SignalingRoom::known).toList()));
    }

    private static RoomViewer known(Attendee viewer) {
        return new RoomViewer(
                viewer.id(),
                viewer.name(),
                viewer.address(),
                viewer.since(),
                viewer.watched().map(it -> new RoomViewer.Watched(it.session(), it.path() == MediaPath.RELAY)));
    }

    @Override
    public void remove(String viewer) {
        server.remove(viewer);
    }

    @Override
    public void announce(Announcement announcement) {
        server.announce(announcement);
    }

    @Override
    public void onOverload(Consumer<Boolean> listener) {
        if (relay == null) {
            listener.accept(false);
        } else {
            relay.onOverload(listener);
        }
    }

    @Override
    public List<RelayedViewer> relayed() {
        return relay == null ? List.of() : relay.viewers();
    }

    @Override
    public void close() {
        // The room first: it would begin to hand the relay's viewers over.
        server.close();
        if (relay != null) {
            relay.close();
        }
    }
}
