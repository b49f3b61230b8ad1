package heliograph.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;

/**
 * Somebody who guesses passwords from one address, and does not wait for one answer before the next guess; used from one
 * thread.
 */
final class Guesses implements AutoCloseable {
    static final String PASSWORD = "a-guess-that-is-wrong";
    private static final int AT_ONCE = 50;

    private final URI server;
    private final String from;
    private Wire wire;
    /** On this connection. */
    private int answers;

    private int refused;
    private int limited;

    Guesses(URI server, String from) throws IOException {
        this.server = server;
        this.from = from;
        this.wire = new Wire(from, server);
    }

    /** Guesses so many times. */
    void guess(String user, int times) {
        try {
            int answered = 0;
            while (answered < times) {
                answered += burst(user, Math.min(AT_ONCE, times - answered));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of them were answered: the server may close in the middle. */
    private int burst(String user, int times) throws IOException {
        String body = "{\"username\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}";
        String request = "POST /api/login HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try {
            wire.say(request.repeat(times));
        } catch (SocketException closed) {
            renew();
            return 0;
        }
        for (int answered = 0; answered < times; answered++, answers++) {
            Wire.Answer answer = wire.answer();
            if (answer.status() == 401) {
                refused++;
            } else if (answer.status() == 429 && answer.head().contains("\nRetry-After: ")) {
                limited++;
            } else if (answer.status() == 0) {
                renew();
                return answered;
            } else {
                throw new IllegalStateException(answer.toString());
            }
        }
        return times;
    }

    /** After the server has ended a connection on which it had answered something. */
    private void renew() throws IOException {
        if (answers == 0) {
            throw new IllegalStateException("not even one answer from " + server);
        }
        wire.close();
        wire = new Wire(from, server);
        answers = 0;
    }

    /** How many the server looked at. */
    int refused() {
        return refused;
    }

    /** How many it answered: those, and those that it did not look at. */
    int answered() {
        return refused + limited;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
