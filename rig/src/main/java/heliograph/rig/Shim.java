package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/** A library that is put under a program and plays something to it; compiled once into {@code target/}. */
enum Shim {
    /** Cameras: {@code LD_PRELOAD}. */
    CAMERAS("fakecam"),
    /** A library that is not found: {@code LD_AUDIT}. */
    HIDE("hide");

    private static final Path TARGET = Path.of("target", "rig");

    private final String name;

    Shim(String name) {
        this.name = name;
    }

    /** Where the library is, compiled if it is not there yet. */
    synchronized Path library() {
        try (InputStream resource = Shim.class.getResourceAsStream(name + ".c")) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name + ".c");
            }
            byte[] source = resource.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(source);
            String version = Long.toHexString(checksum.getValue());
            Path library = TARGET.resolve("lib" + name + "-" + version + ".so").toAbsolutePath();
            if (!Files.exists(library)) {
                compile(source, library);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(byte[] source, Path library) throws IOException {
        Files.createDirectories(TARGET);
        Path work = Files.createTempDirectory(TARGET, "compile");
        Path code = Files.write(work.resolve(name + ".c"), source);
        Path made = work.resolve("lib.so");
        Command.run(
                List.of("gcc", "-O2", "-Wall", "-shared", "-fPIC", "-o", made.toString(), code.toString(), "-ldl"),
                environment -> environment.remove("LD_PRELOAD"),
                Duration.ofSeconds(60));
        Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(work);
    }
}
