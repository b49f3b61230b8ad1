package heliograph.broadcaster.desk.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set, in the order of {@code --help}. The names on the command line, in the environment and in
 * the file all follow from the constant's.
 */
public enum Setting {
    HEADLESS(Kind.FLAG, Place.ANY, ""),
    START(Kind.FLAG, Place.ANY, ""),
    CAMERA(Kind.VALUE, Place.ANY, "NAME|screen|test|none"),
    MICROPHONE(Kind.VALUE, Place.ANY, "NAME|test|none"),
    SIZE(Kind.VALUE, Place.ANY, "WIDTHxHEIGHT"),
    RATE(Kind.VALUE, Place.ANY, "FRAMES"),
    BITRATE(Kind.VALUE, Place.ANY, "KBITS"),
    CODEC(Kind.VALUE, Place.ANY, "auto|VP8|VP9|H264|AV1"),
    NO_ECHO_CANCELLATION(Kind.FLAG, Place.ANY, ""),
    NO_NOISE_SUPPRESSION(Kind.FLAG, Place.ANY, ""),
    NO_GAIN_CONTROL(Kind.FLAG, Place.ANY, ""),
    BIND(Kind.VALUE, Place.ANY, "ADDRESS"),
    PORT(Kind.VALUE, Place.ANY, "PORT"),
    TRUSTED_PROXY(Kind.LIST, Place.ANY, "ADDRESS[/PREFIX]"),
    PROXY_HEADER(Kind.VALUE, Place.ANY, "X-Forwarded-For|Forwarded"),
    HTTPS_BIND(Kind.VALUE, Place.ANY, "ADDRESS"),
    HTTPS_PORT(Kind.VALUE, Place.ANY, "PORT|none"),
    TLS_CERTIFICATE(Kind.VALUE, Place.ANY, "FILE"),
    TLS_KEY(Kind.VALUE, Place.ANY, "FILE"),
    ALLOWED_ORIGIN(Kind.LIST, Place.ANY, "ORIGIN"),
    TITLE(Kind.VALUE, Place.ANY, "TEXT"),
    SHOW_VIEWERS(Kind.FLAG, Place.ANY, ""),
    MAX_VIEWERS(Kind.VALUE, Place.ANY, "NUMBER"),
    PATH(Kind.VALUE, Place.ANY, "auto|direct|relay"),
    DIRECT_VIEWERS(Kind.VALUE, Place.ANY, "NUMBER"),
    RELAY_PORT(Kind.VALUE, Place.ANY, "PORT"),
    PUBLIC_ADDRESS(Kind.VALUE, Place.ANY, "ADDRESS[:PORT]"),
    ICE_SERVER(Kind.LIST, Place.ANY, "URL"),
    TURN_SERVER(Kind.LIST, Place.ANY, "URL"),
    TURN_SECRET(Kind.VALUE, Place.NOT_ON_COMMAND_LINE, ""),
    TURN_USER(Kind.VALUE, Place.NOT_ON_COMMAND_LINE, ""),
    TURN_PASSWORD(Kind.VALUE, Place.NOT_ON_COMMAND_LINE, ""),
    UDP_PORTS(Kind.VALUE, Place.ANY, "MIN-MAX"),
    NETWORK_CHECK(Kind.LIST, Place.ANY, "HOST:PORT"),
    VIEWERS(Kind.VALUE, Place.ANY, "NUMBER"),
    UPLINK(Kind.VALUE, Place.ANY, "MBITS"),
    /** Not in the file, which lies in that very folder. */
    DATA(Kind.VALUE, Place.NOT_IN_FILE, "DIR"),
    LANGUAGE(Kind.VALUE, Place.ANY, "en|zh"),
    LIST_DEVICES(Kind.FLAG, Place.COMMAND_LINE, ""),
    HELP(Kind.FLAG, Place.COMMAND_LINE, ""),
    VERSION(Kind.FLAG, Place.COMMAND_LINE, "");

    /** How many values it takes. */
    enum Kind {
        /** True or false; true where it is named alone. */
        FLAG,
        VALUE,
        /** Given more than once, or several values with spaces between. */
        LIST
    }

    /** Where it can be set. */
    enum Place {
        ANY,
        NOT_IN_FILE,
        /** A secret: everybody on the machine can read a command line. */
        NOT_ON_COMMAND_LINE,
        COMMAND_LINE
    }

    private final Kind kind;
    private final Place place;
    private final String label;

    Setting(Kind kind, Place place, String label) {
        this.kind = kind;
        this.place = place;
        this.label = label;
    }

    Kind kind() {
        return kind;
    }

    /** What stands for its value in the help. */
    String label() {
        return label;
    }

    /** In {@code settings.properties}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** On the command line. */
    public String option() {
        return "--" + key();
    }

    /** In the environment. */
    public String variable() {
        return "HELIOGRAPH_" + name();
    }

    boolean inFile() {
        return place == Place.ANY || place == Place.NOT_ON_COMMAND_LINE;
    }

    /** Whether it is an option. */
    public boolean onCommandLine() {
        return place != Place.NOT_ON_COMMAND_LINE;
    }

    boolean inEnvironment() {
        return place != Place.COMMAND_LINE;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
