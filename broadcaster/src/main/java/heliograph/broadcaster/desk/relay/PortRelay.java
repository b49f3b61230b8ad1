package heliograph.broadcaster.desk.relay;

import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import heliograph.relay.dtls.DtlsIdentity;
import heliograph.relay.dtls.Handshakes;
import heliograph.relay.forward.EncodeOnce;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.Legs;
import heliograph.relay.port.Port;
import heliograph.relay.port.PortSettings;
import heliograph.relay.rtp.Codec;
import heliograph.relay.srtp.ProtectionProfile;
import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The real relay, put together: two ports and what forwards between them. Immutable; any thread.
 *
 * @param codecs what the studio is asked for
 * @param kilobits the target of the video
 * @param stunServers who tell the port's public address
 */
public record PortRelay(List<Codec> codecs, int kilobits, List<InetSocketAddress> stunServers) implements RelayOpener {
    public PortRelay {
        codecs = List.copyOf(codecs);
        stunServers = List.copyOf(stunServers);
    }

    /** For a broadcast with these settings; none where its codec is one that is not forwarded. */
    public static Optional<RelayOpener> of(Settings settings) {
        List<Codec> codecs = codecs(settings.video().codec());
        return codecs.isEmpty()
                ? Optional.empty()
                : Optional.of(new PortRelay(
                        codecs,
                        settings.video().bitrate(),
                        settings.iceServers().stun().stream()
                                .flatMap(url -> IceUrl.parse(url).stream())
                                .filter(url -> !url.secure())
                                // Its name is looked up later.
                                .map(url -> InetSocketAddress.createUnresolved(url.host(), url.port()))
                                .toList()));
    }

    @Override
    public Relay open(RelaySettings settings, RelayObserver observer) throws IOException {
        InstantSource clock = InstantSource.system();
        Handshakes handshakes = new Handshakes(DtlsIdentity.create(clock), List.of(ProtectionProfile.values()));
        Port upstream = new Port(PortSettings.upstream(), handshakes);
        Port viewers = new Port(
                PortSettings.viewers(
                        settings.port(),
                        bind(settings.onThisMachine()),
                        Optional.ofNullable(settings.publicAddress()),
                        stunServers),
                handshakes);
        EncodeOnce relay = new EncodeOnce(
                upstream,
                new LastPort(viewers, handshakes),
                observer,
                clock,
                System::nanoTime,
                new SecureRandom()::nextLong,
                heliograph.relay.forward.RelaySettings.of(codecs, kilobits));
        try {
            upstream.start();
            viewers.start();
        } catch (IOException e) {
            relay.close();
            throw e;
        }
        relay.start();
        return relay;
    }

    /** The viewers' port, with which the threads end that handshake for both: as long as one is open they may be needed. */
    private record LastPort(Port port, Handshakes handshakes) implements Legs {
        @Override
        public Leg open(LegObserver observer, boolean patient) {
            return port.open(observer, patient);
        }

        @Override
        public void close() {
            port.close();
            handshakes.close();
        }
    }

    private static List<Codec> codecs(VideoCodec codec) {
        return switch (codec) {
            case AUTO -> List.of(Codec.VP8, Codec.H264);
            case VP8 -> List.of(Codec.VP8);
            case H264 -> List.of(Codec.H264);
            case VP9, AV1 -> List.of();
        };
    }

    /**
     * All that others may reach, as the studio's own peers do it: a browser on this very machine comes by these as well, since Firefox
     * takes no candidate of the loopback. That is served too where all are on this machine, which need not have a network then.
     */
    private static List<InetAddress> bind(boolean onThisMachine) throws UnknownHostException {
        InetAddress all = InetAddress.getByAddress(new byte[4]);
        return onThisMachine ? List.of(InetAddress.getLoopbackAddress(), all) : List.of(all);
    }
}
