package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** To a server over TCP, or TLS over that: each message says how long it is (RFC 8489, section 6.2.2). One thread. */
record StreamWire(Socket socket) implements StunWire {
    private static final Duration LIMIT = Duration.ofMillis(2500);
    private static final int HEADER = 20;
    private static final int LONGEST = 1500;
    private static final SecureRandom RANDOM = new SecureRandom();

    static StreamWire tcp(InetSocketAddress server) throws IOException {
        Socket socket = Connecting.to(server, LIMIT);
        socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
        return new StreamWire(socket);
    }

    /** The certificate must be good for {@code host} and one that this computer trusts, as browsers want it. */
    static StreamWire tls(InetSocketAddress server, String host) throws IOException {
        Socket plain = tcp(server).socket();
        try {
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, server.getPort(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return new StreamWire(secure);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public StunMessage ask(int type, UnaryOperator<StunWriter> attributes) throws IOException {
        byte[] id = new byte[12];
        RANDOM.nextBytes(id);
        socket.getOutputStream()
                .write(attributes.apply(new StunWriter(type, id)).fingerprint());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(HEADER);
        int length = header.length < HEADER ? LONGEST : HEADER + ((header[2] & 0xFF) << 8 | (header[3] & 0xFF));
        if (length >= LONGEST) {
            throw new ProtocolException("no STUN");
        }
        byte[] whole = Arrays.copyOf(header, length);
        in.readFully(whole, HEADER, length - HEADER);
        return StunMessage.read(whole, 0, length)
                .filter(it -> Arrays.equals(it.transactionId(), id))
                .orElseThrow(() -> new ProtocolException("no STUN"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
