package heliograph.rig;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What leaves the rig's speakers, as a person hears it: one channel of 16 bits, from its start on. Any thread. */
public final class SpeakerRecording implements AutoCloseable {
    /** Samples a second. */
    public static final int RATE = 48_000;

    private final Path folder;
    private final Child recorder;

    private SpeakerRecording(Path folder, Child recorder) {
        this.folder = folder;
        this.recorder = recorder;
    }

    /** Begins at once; the first samples come a little later. */
    public static SpeakerRecording start(Rig rig) {
        Path folder = Folders.temporary("heard");
        List<String> command = List.of(
                "parec",
                "--raw",
                "--format=s16le",
                "--rate=" + RATE,
                "--channels=1",
                "--latency-msec=10",
                "-d",
                "speakers.monitor");
        Child recorder =
                Child.start(command, variables -> variables.putAll(rig.environment()), folder.resolve("sound"));
        return new SpeakerRecording(folder, recorder);
    }

    /** How many samples there are until now. */
    public long size() {
        try {
            return Files.size(folder.resolve("sound")) / Short.BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples from this one on. */
    public short[] from(long first) {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("sound").toFile(), "r")) {
            byte[] bytes = new byte[(int) (size() - first) * Short.BYTES];
            file.seek(first * Short.BYTES);
            file.readFully(bytes);
            short[] samples = new short[bytes.length / Short.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        recorder.close();
        Folders.delete(folder);
    }
}
