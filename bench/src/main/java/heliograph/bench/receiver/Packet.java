package heliograph.bench.receiver;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** A packet in a buffer that is used again and again; lives on the thread {@code receivers}. */
final class Packet implements ByteArrayBuffer {
    private byte[] buffer;
    private int offset;
    private int length;

    Packet(int capacity) {
        buffer = new byte[capacity];
    }

    /** One with these bytes, and room for what SRTP appends. */
    static Packet of(byte[] bytes) {
        Packet packet = new Packet(bytes.length + 32);
        System.arraycopy(bytes, 0, packet.buffer, 0, bytes.length);
        packet.length = bytes.length;
        return packet;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int length) {
        this.length = length;
    }

    @Override
    public void setOffset(int offset) {
        this.offset = offset;
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] target) {
        System.arraycopy(buffer, offset + from, target, 0, count);
    }

    @Override
    public void grow(int more) {
        if (offset + length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, offset + length + more);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, buffer, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int less) {
        length -= less;
    }
}
