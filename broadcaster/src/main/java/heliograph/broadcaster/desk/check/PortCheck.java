package heliograph.broadcaster.desk.check;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Whether a port can be listened on.
 *
 * @param option what chooses it
 * @param address of this machine, in figures, or localhost
 * @param port 0: any free one
 * @param ours whether this very program has it already
 */
record PortCheck(String option, Protocol protocol, String address, int port, boolean ours) implements Check {
    /** Below it an administrator's rights may be needed, and their want is told by the same exception. */
    private static final int FIRST_FOR_ALL = 1024;

    enum Protocol {
        TCP,
        UDP
    }

    @Override
    public Sentence title() {
        return Sentence.of("check.port", name());
    }

    private String name() {
        return protocol + (port == 0 ? "" : " " + port);
    }

    @Override
    public Finding look() {
        if (ours) {
            return Finding.fine("check.port.ours");
        }
        if (port == 0) {
            return Finding.fine("check.port.any");
        }
        try {
            listen().close();
            return Finding.fine("check.port.free", address);
        } catch (IOException e) {
            return judge(e);
        }
    }

    /** The system's words are in its user's language, and so tell a person something, and the program nothing. */
    Finding judge(IOException failure) {
        return failure instanceof BindException && port >= FIRST_FOR_ALL && isOwn()
                ? Finding.failed("check.port.taken", address, name(), option)
                : Finding.failed("check.port.denied", address, String.valueOf(failure.getMessage()), option);
    }

    private boolean isOwn() {
        try {
            return Reach.isOwn(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Closeable listen() throws IOException {
        InetSocketAddress place = new InetSocketAddress(address, port);
        return protocol == Protocol.TCP ? new ServerSocket(port, 1, place.getAddress()) : new DatagramSocket(place);
    }

    @Override
    public Finding late() {
        return Finding.failed("check.port.denied", address, "-", option);
    }
}
