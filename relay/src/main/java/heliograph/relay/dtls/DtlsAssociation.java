package heliograph.relay.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/**
 * DTLS with one remote. The handshake runs on a thread of {@link Handshakes}; before it datagrams wait, and after it what is left
 * to do (a last flight again, the goodbye) is done on the socket's thread, which never waits for it.
 */
public final class DtlsAssociation {
    private final Inbox inbox;
    private final byte[] nothing = new byte[2048];
    private @Nullable DTLSTransport transport;

    /** @param out sends a datagram to the remote; any thread */
    public DtlsAssociation(Consumer<byte[]> out) {
        inbox = new Inbox(out);
    }

    /** A datagram came, and nobody has to look at it at once. The array is given away. On the socket's thread. */
    public void put(byte[] datagram) {
        inbox.put(datagram);
    }

    /** Whether a datagram waits. */
    public boolean hasDatagram() {
        return !inbox.isEmpty();
    }

    /** On a thread of {@link Handshakes}; whoever uses the association afterwards must have been told of its end by that thread. */
    SrtpKeys handshake(DtlsPeer peer, BooleanSupplier turnIsOver) throws IOException {
        inbox.begin(turnIsOver);
        DTLSTransport done = peer.handshake(inbox);
        inbox.establish(peer.leastFragment());
        transport = done;
        Optional<SrtpKeys> keys = peer.keys();
        return keys.orElseThrow(() -> new IOException("the handshake gave no keys"));
    }

    /** After the handshake: looks at what waits. False, if the remote has said goodbye. On the socket's thread. */
    public boolean read() {
        DTLSTransport established = transport;
        if (established == null) {
            return true;
        }
        try {
            while (!inbox.isEmpty()) {
                // There are no data channels: what comes is read for its alerts and for what is to be sent again.
                established.receive(nothing, 0, nothing.length, 1);
                if (inbox.isClosed()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedIOException nothingMoreCame) {
            return !inbox.isClosed();
        } catch (IOException e) {
            return false;
        }
    }

    /** Says goodbye, if anything was said before, and lets go of whoever waits. On the socket's thread. Idempotent. */
    public void close() {
        inbox.abandon();
        DTLSTransport established = transport;
        transport = null;
        if (established != null) {
            try {
                established.close();
            } catch (IOException e) {
                // It has gone before: there is nobody to say goodbye to.
                return;
            }
        }
    }
}
