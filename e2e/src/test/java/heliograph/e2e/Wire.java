package heliograph.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare connection to the server from an address of one's choice: says what it is told to, HTTP or not; used from one thread. */
final class Wire implements AutoCloseable {
    private static final int LIMIT_MILLIS = 60_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    /**
     * One answer.
     *
     * @param status 0 when the server closed without one
     * @param head its status line and header
     * @param body its body
     */
    record Answer(int status, String head, String body) {}

    private final Socket socket;
    private final InputStream in;
    private final String host;

    /** From an address of the loopback network, such as 127.0.0.7, to the server's. */
    Wire(String from, URI server) throws IOException {
        host = server.getAuthority();
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), LIMIT_MILLIS);
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Says this as it is. */
    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An orderly request and its answer; the connection stays open if the server lets it. */
    Answer request(String line, String header, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        String fields = line.startsWith("GET") ? header : header + "Content-Length: " + length + "\r\n";
        say(line + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "\r\n" + body);
        return answer(!line.startsWith("HEAD"));
    }

    /** The status of the answer to a body that comes in one chunk, without its length before it. */
    int pour(String head, String chunk) throws IOException {
        try {
            say(head + Integer.toHexString(chunk.length()) + "\r\n");
            say(chunk);
        } catch (IOException closed) {
            return 0;
        }
        return answer().status();
    }

    /** The next answer. */
    Answer answer() throws IOException {
        return answer(true);
    }

    /** What answers HEAD tells the length of a body that it does not have. */
    private Answer answer(boolean hasBody) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!endsHead(head)) {
            int next = read();
            if (next < 0) {
                return new Answer(0, head.toString(), "");
            }
            head.append((char) next);
        }
        String text = head.toString();
        Matcher length = LENGTH.matcher(text);
        byte[] body = hasBody && length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return new Answer(Integer.parseInt(text.substring(9, 12)), text, new String(body, StandardCharsets.UTF_8));
    }

    private static boolean endsHead(StringBuilder text) {
        int end = text.length();
        return end >= 4 && text.charAt(end - 1) == '\n' && text.charAt(end - 3) == '\n';
    }

    /** Whatever else the server has to say before it ends the connection, which it has to. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int next = read(); next >= 0; next = read()) {
            rest.append((char) next);
        }
        return rest.toString();
    }

    /** Whether the server has ended the connection by now, on which it had nothing to say. */
    boolean isCut() throws IOException {
        socket.setSoTimeout(1);
        try {
            return read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } finally {
            socket.setSoTimeout(LIMIT_MILLIS);
        }
    }

    /** A reset is an end like any other. */
    private int read() throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
