package heliograph.signaling;

import heliograph.signaling.SignalingStartException.Reason;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Turns what went wrong at the start into a sentence that says what to do. Holds nothing. */
final class StartFailure {
    private static final int HIGHEST_PORT = 65_535;

    private StartFailure() {}

    /** The address to listen on without TLS, if it is this computer's. */
    static InetSocketAddress resolve(SignalingSettings settings) throws SignalingStartException {
        return resolve(settings.bind(), settings.port(), Reason.ADDRESS_UNKNOWN);
    }

    /** The address to listen on with TLS, if it is this computer's. */
    static InetSocketAddress resolve(HttpsSettings https) throws SignalingStartException {
        return resolve(https.bind(), https.port(), Reason.HTTPS_ADDRESS_UNKNOWN);
    }

    private static InetSocketAddress resolve(String bind, int port, Reason unknown) throws SignalingStartException {
        if (port < 0 || port > HIGHEST_PORT) {
            String message = port + " is no port; choose one from 1 to 65535, or 0 for any free one.";
            throw new SignalingStartException(Reason.OTHER, message, new IllegalArgumentException("port"));
        }
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw notOurs(bind, unknown, new BindException("no interface has it"));
            }
            return new InetSocketAddress(address, port);
        } catch (UnknownHostException | SocketException e) {
            throw notOurs(bind, unknown, e);
        }
    }

    /** Of the door without TLS. */
    static SignalingStartException explain(Exception failure, SignalingSettings settings) {
        return explain(
                failure,
                settings.bind(),
                settings.port(),
                new Reasons(Reason.PORT_TAKEN, Reason.PORT_DENIED, Reason.ADDRESS_UNKNOWN));
    }

    /** Of the door with TLS. */
    static SignalingStartException explain(Exception failure, HttpsSettings https) {
        return explain(
                failure,
                https.bind(),
                https.port(),
                new Reasons(Reason.HTTPS_PORT_TAKEN, Reason.HTTPS_PORT_DENIED, Reason.HTTPS_ADDRESS_UNKNOWN));
    }

    private static SignalingStartException explain(Exception failure, String bind, int port, Reasons reasons) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SocketException)) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("permission denied")) {
            String message = "Port " + port + " is for the system's administrator; choose one from 1024 on.";
            return new SignalingStartException(reasons.denied(), message, failure);
        }
        if (text.contains("cannot assign")) {
            return notOurs(bind, reasons.unknown(), failure);
        }
        if (cause instanceof BindException) {
            String message = "Port " + port + " on " + bind
                    + " is taken by another program; end that one, or choose another port (0: any free one).";
            return new SignalingStartException(reasons.taken(), message, failure);
        }
        return new SignalingStartException(Reason.OTHER, "The server cannot start: " + cause.getMessage(), failure);
    }

    static SignalingStartException dataFolder(IOException failure, SignalingSettings settings) {
        String why;
        if (failure instanceof AccessDeniedException) {
            why = "there is no right to write there";
        } else if (failure instanceof FileSystemException file && file.getReason() == null) {
            why = file.getFile() + " is in the way";
        } else {
            why = failure.getMessage();
        }
        String message = "The data folder " + settings.data() + " cannot be used: " + why + ".";
        return new SignalingStartException(Reason.DATA_FOLDER, message, failure);
    }

    private static SignalingStartException notOurs(String bind, Reason reason, Exception cause) {
        String message = bind + " is none of this computer's addresses;"
                + " choose one of those, 127.0.0.1 for this computer alone, or 0.0.0.0 for all.";
        return new SignalingStartException(reason, message, cause);
    }

    private record Reasons(Reason taken, Reason denied, Reason unknown) {}
}
