package heliograph.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigTest {
    @TempDir
    static Path folder;

    private static Rig rig;
    private static String peek;

    @BeforeAll
    static void start() throws IOException {
        rig = Rig.start();
        Path source = folder.resolve("peek.c");
        try (InputStream resource = Objects.requireNonNull(RigTest.class.getResourceAsStream("peek.c"))) {
            Files.copy(resource, source);
        }
        peek = folder.resolve("peek").toString();
        Command.run(List.of("gcc", "-o", peek, source.toString()), environment -> {}, Duration.ofSeconds(60));
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void aProgramSeesTheCameraThatItOpens() {
        long before = System.currentTimeMillis();
        long[] a = look("/dev/video0");
        long[] b = look("/dev/video2");

        assertThat(a[0] >> 24).isEqualTo(FakeCamera.A.index());
        assertThat(b[0] >> 24).isEqualTo(FakeCamera.B.index());
        assertThat(a[0] & 0xffffff).isBetween(2L, 30L);
        assertThat((int) a[1] - (int) before).isBetween(0, 60_000);
    }

    @Test
    void anUnpluggedCameraIsGoneUntilItIsPluggedInAgain() {
        rig.unplug(FakeCamera.B);
        try {
            assertThatThrownBy(() -> look("/dev/video2")).hasMessageContaining("open: No such file or directory");
        } finally {
            rig.plug(FakeCamera.B);
        }
        assertThat(look("/dev/video2")[0] >> 24).isEqualTo(FakeCamera.B.index());
    }

    @Test
    void aFaultyCameraFailsAsARealOneWould() {
        Map<Fault, String> words = Map.of(
                Fault.BUSY, "format: Device or resource busy",
                Fault.EACCES, "open: Permission denied",
                Fault.EIO, "dequeue: Input/output error",
                Fault.STALL, "poll: ");
        try {
            words.forEach((fault, word) -> {
                rig.fault(FakeCamera.A, fault);
                assertThatThrownBy(() -> look("/dev/video0")).hasMessageContaining(word);
            });
        } finally {
            rig.fault(FakeCamera.A, Fault.NONE);
        }
        assertThat(look("/dev/video0")[0] >> 24).isEqualTo(FakeCamera.A.index());
    }

    @Test
    void eachMicrophoneHearsItsOwnToneAndOnlyWhileItSounds() throws IOException {
        assertThat(listen(FakeMicrophone.A).level()).isZero();
        Tone first = rig.tone(FakeMicrophone.A, 440);
        try (first;
                Tone second = rig.tone(FakeMicrophone.B, 1000)) {
            assertThat(second.sounds()).isTrue();
            assertThat(listen(FakeMicrophone.A).hertz()).isCloseTo(440, within(5.0));
            assertThat(listen(FakeMicrophone.B).hertz()).isCloseTo(1000, within(5.0));
        }
        assertThat(listen(FakeMicrophone.A).level()).isZero();
    }

    @Test
    void microphonesComeAndGo() {
        FakeMicrophone third = new FakeMicrophone("mic_c", "micfeed_c", "Rig Microphone C");
        rig.addMicrophone(third);
        assertThat(sources()).contains("mic_a", "mic_b", "mic_c");
        rig.removeMicrophone(third);
        rig.removeMicrophone(FakeMicrophone.B);
        assertThat(sources()).contains("mic_a").doesNotContain("mic_b", "mic_c");
        rig.addMicrophone(FakeMicrophone.B);
        assertThat(sources()).contains("mic_b");
    }

    @Test
    void theAudioDaemonDiesAndComesBackWithItsMicrophones() {
        rig.stopAudio();
        assertThatThrownBy(RigTest::sources).hasMessageContaining("refused");
        rig.startAudio();
        assertThat(sources()).contains("mic_a", "mic_b");
    }

    @Test
    void twoRigsShareNothing() {
        try (Rig other = Rig.start()) {
            other.unplug(FakeCamera.A);
            other.stopAudio();
            assertThat(other.environment().get("DISPLAY"))
                    .isNotEqualTo(rig.environment().get("DISPLAY"));
            assertThat(look("/dev/video0")[0] >> 24).isEqualTo(FakeCamera.A.index());
            assertThat(sources()).contains("mic_a");
        }
    }

    @Test
    void whatIsMissingIsNamedWithItsPackage() {
        assertThatThrownBy(() -> Programs.require(List.of(folder), "Xvfb", "pactl"))
                .hasMessage("The rig needs programs that are not installed: Xvfb, pactl."
                        + " On Debian: sudo apt-get install xvfb pulseaudio-utils");
    }

    @Test
    void whatARigStartedEndsWithTheJvmThatIsKilled() throws IOException {
        Path log = folder.resolve("victim.log");
        try (Child victim = Child.start(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RigVictim.class.getName()),
                environment -> {},
                log)) {
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Files.readString(log).contains("up"));
            // Without what the window manager starts once.
            List<ProcessHandle> children = await().atMost(Duration.ofSeconds(30))
                    .until(() -> victim.handle().descendants().toList(), all -> all.size() == 3);
            assertThat(children).allMatch(Running::isRunning);

            victim.handle().destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(children).noneMatch(Running::isRunning));
        }
    }

    private static long[] look(String device) {
        String rows = Command.run(
                List.of(peek, device),
                environment -> {
                    environment.putAll(rig.environment());
                    environment.putAll(rig.preload());
                },
                Duration.ofSeconds(20));
        String[] numbers = rows.split(" ", -1);
        return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1])};
    }

    private static List<String> sources() {
        String list = Command.run(
                List.of("pactl", "list", "short", "sources"),
                environment -> environment.putAll(rig.environment()),
                Duration.ofSeconds(20));
        return list.lines().map(line -> line.split("\t", -1)[1]).toList();
    }

    private record Heard(int level, double hertz) {}

    /** Half a second of what a microphone hears: its peak, and its pitch by the crossings of zero. */
    private static Heard listen(FakeMicrophone microphone) throws IOException {
        Path recording = Files.createTempFile(folder, "heard", ".raw");
        int bytes = 48_000;
        try (Child recorder = Child.start(
                List.of(
                        "parec",
                        "-d",
                        microphone.source(),
                        "--raw",
                        "--rate=48000",
                        "--channels=1",
                        "--format=s16le",
                        "--latency-msec=20"),
                environment -> environment.putAll(rig.environment()),
                recording)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.size(recording) >= 2L * bytes && recorder.alive());
        }
        byte[] sound = Files.readAllBytes(recording);
        ShortBuffer samples = ByteBuffer.wrap(sound, bytes, bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int peak = 0;
        int crossings = 0;
        int previous = 0;
        for (int i = 0; i < samples.limit(); i++) {
            int sample = samples.get(i);
            peak = Math.max(peak, Math.abs(sample));
            if (previous < 0 && sample >= 0) {
                crossings++;
            }
            previous = sample;
        }
        return new Heard(peak, crossings * 48_000.0 / samples.limit());
    }
}
