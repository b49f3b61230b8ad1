package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a socket makes of frames (RFC 6455, section 5) that no WebSocket library would send so. */
class SocketFramesTest extends WithServer {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;

    @Test
    void aMessageInManyFramesWithAPingInBetweenIsOneMessage() throws Exception {
        byte[] join = bytes(SealedJson.of(Message.class).encode(new Message.Join(t.viewerToken() + "ü")));
        try (RawSocket socket = new RawSocket(t)) {
            socket.send(TEXT, new byte[0]);
            for (byte each : join) {
                socket.send(CONTINUATION, new byte[] {each});
            }
            socket.send(LAST | PING, bytes("are you there"));
            socket.send(CONTINUATION, new byte[0]);
            socket.send(LAST | CONTINUATION, new byte[0]);
            assertThat(socket.next(PONG)).isEqualTo("are you there");
            assertThat(socket.next(TEXT)).as("the token with one letter more").contains("unauthorized");
            assertThat(socket.closeCode()).isEqualTo(ErrorCode.UNAUTHORIZED.closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void framesWithoutEndThatEndNoMessageEndThatSocketAndNoOther(int size) throws Exception {
        try (Client other = t.connect();
                RawSocket socket = new RawSocket(t)) {
            other.join(t.viewerToken());
            socket.send(TEXT, new byte[0]);
            byte[] thousand = new byte[1000 * (6 + size)];
            for (int i = 0; i < thousand.length; i += 6 + size) {
                thousand[i + 1] = (byte) (0x80 | size);
            }
            for (int i = 0; i < 100 && socket.isQuiet(); i++) {
                socket.write(thousand);
            }
            assertThat(socket.closeCode()).isEqualTo(ErrorCode.TOO_FAST.closeCode());
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void aBinaryMessageIsRefusedWithItsFirstFrameThoughThatIsEmpty() throws Exception {
        try (RawSocket socket = new RawSocket(t)) {
            socket.send(BINARY, new byte[0]);
            assertThat(socket.closeCode()).isEqualTo(ErrorCode.BAD_MESSAGE.closeCode());
        }
    }

    @Test
    void whatIsNoUtf8IsNoMessage() throws Exception {
        try (RawSocket socket = new RawSocket(t)) {
            socket.send(LAST | TEXT, new byte[] {'"', (byte) 0xc3, '"'});
            assertThat(socket.closeCode()).isEqualTo(ErrorCode.BAD_MESSAGE.closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMessageThatIsFarTooLargeIsNotReadToItsEnd(boolean inOneFrame) throws Exception {
        try (RawSocket socket = new RawSocket(t)) {
            if (inOneFrame) {
                // Its length is in the next eight bytes; and the mask.
                socket.write(ByteBuffer.allocate(14)
                        .put((byte) (LAST | TEXT))
                        .put((byte) 0xff)
                        .putLong(200 * 1024)
                        .putInt(0)
                        .array());
                socket.write(new byte[128 * 1024 + 1]);
            } else {
                socket.send(TEXT, new byte[0]);
                // Fewer than there may be of them, and more in them.
                for (int i = 0; i < 200 && socket.isQuiet(); i++) {
                    socket.sendLarge(1000);
                }
            }
            assertThat(socket.closeCode()).isEqualTo(ErrorCode.TOO_LARGE.closeCode());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A socket of the room's, as bytes. */
    private static final class RawSocket implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;

        RawSocket(TestServer t) throws IOException {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), t.server.roomUri().getPort());
            socket.setSoTimeout(60_000);
            in = new DataInputStream(socket.getInputStream());
            write(bytes("""
                    GET /ws HTTP/1.1\r
                    Host: localhost\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                    \r
                    """));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            assertThat(head.toString()).startsWith("HTTP/1.1 101 ");
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** A frame with a mask that changes nothing. */
        void send(int first, byte[] payload) throws IOException {
            write(ByteBuffer.allocate(6 + payload.length)
                    .put((byte) first)
                    .put((byte) (0x80 | payload.length))
                    .putInt(0)
                    .put(payload)
                    .array());
        }

        /** Goes on with a message; the length is in the next two bytes. */
        void sendLarge(int size) throws IOException {
            write(ByteBuffer.allocate(8 + size)
                    .put((byte) CONTINUATION)
                    .put((byte) 0xfe)
                    .putShort((short) size)
                    .array());
        }

        boolean isQuiet() throws IOException {
            return in.available() == 0;
        }

        /** What the next frame of this kind carries. */
        String next(int kind) throws IOException {
            return new String(payload(kind), StandardCharsets.UTF_8);
        }

        int closeCode() throws IOException {
            return ByteBuffer.wrap(Arrays.copyOf(payload(CLOSE), 2)).getShort();
        }

        private byte[] payload(int kind) throws IOException {
            while (true) {
                int first = in.readUnsignedByte();
                int length = in.readUnsignedByte();
                byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
                in.readFully(payload);
                if ((first & 0x0f) == kind) {
                    return payload;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
