package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/** The library that plays cameras to a program that is started with it; compiled once into {@code target/}. */
final class CameraShim {
    private static final Path TARGET = Path.of("target", "rig");

    private CameraShim() {}

    /** Where the library is, compiled if it is not there yet. */
    static synchronized Path library() {
        try (InputStream resource = CameraShim.class.getResourceAsStream("fakecam.c")) {
            byte[] source = Objects.requireNonNull(resource, "fakecam.c").readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(source);
            String name = "libfakecam-" + Long.toHexString(checksum.getValue()) + ".so";
            Path library = TARGET.resolve(name).toAbsolutePath();
            if (!Files.exists(library)) {
                compile(source, library);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(byte[] source, Path library) throws IOException {
        Files.createDirectories(TARGET);
        Path work = Files.createTempDirectory(TARGET, "compile");
        Path code = Files.write(work.resolve("fakecam.c"), source);
        Path made = work.resolve("libfakecam.so");
        Command.run(
                List.of("gcc", "-O2", "-Wall", "-shared", "-fPIC", "-o", made.toString(), code.toString(), "-ldl"),
                environment -> {},
                Duration.ofSeconds(60));
        Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(work);
    }
}
