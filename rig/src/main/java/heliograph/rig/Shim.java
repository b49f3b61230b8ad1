package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A library that is put under a program and plays something to it. */
enum Shim {
    /** Cameras: {@code LD_PRELOAD}. */
    CAMERAS("fakecam"),
    /** A library that is not found: {@code LD_AUDIT}. */
    HIDE("hide");

    private final String name;

    Shim(String name) {
        this.name = name;
    }

    /** The library, compiled into a rig's folder: a checkout's may have a space in its path, at which ld.so would split it. */
    Path compiledInto(Path folder) {
        Path code = folder.resolve(name + ".c");
        Path library = folder.resolve("lib" + name + ".so");
        try (InputStream source = Shim.class.getResourceAsStream(name + ".c")) {
            if (source == null) {
                throw new IllegalStateException("no resource " + name + ".c");
            }
            Files.write(code, source.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.run(
                List.of("gcc", "-O2", "-Wall", "-shared", "-fPIC", "-o", library.toString(), code.toString(), "-ldl"),
                environment -> environment.remove("LD_PRELOAD"),
                Duration.ofSeconds(60));
        return library;
    }
}
