package heliograph.broadcaster.desk.settings;

import java.util.List;

/** What is taken where the user says nothing and the value is a matter of taste. */
final class Defaults {
    /** Tells the studio and the browsers what address the world sees them under. */
    static final List<String> ICE_SERVERS = List.of("stun:stun.l.google.com:19302");

    /** Public name servers: well known, in figures so that no name must be resolved, and made for being asked; the last also from China. */
    static final List<String> NETWORK_CHECK = List.of("1.1.1.1:443", "8.8.8.8:443", "223.5.5.5:443");

    static final int RATE = 30;
    static final int BITRATE = 2500;
    static final int PORT = 8080;
    static final int HTTPS_PORT = 8443;
    static final int MAX_VIEWERS = 200;

    /** A class, a meeting, a small event. */
    static final int VIEWERS = 30;

    /** The same as of HTTPS, so that both are let in by one rule of a router's. */
    static final int RELAY_PORT = HTTPS_PORT;

    private Defaults() {}
}
