package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private List<String> files() {
        return switch (this) {
            case CAMERAS ->
                List.of(
                        "fakecam.h",
                        "fakecam.c",
                        "fakecam_libc.c",
                        "fakecam_picture.c",
                        "fakecam_udev.c",
                        "fakecam_v4l2.c");
            case HIDE -> List.of("hide.c");
        };
    }

    /** The library, compiled into a rig's folder: a checkout's may have a space in its path, at which ld.so would split it. */
    Path compiledInto(Path folder) {
        Path library = folder.resolve("lib" + name + ".so");
        List<String> command =
                new ArrayList<>(List.of("gcc", "-O2", "-Wall", "-shared", "-fPIC", "-o", library.toString()));
        for (String file : files()) {
            String copy = copied(file, folder).toString();
            if (file.endsWith(".c")) {
                command.add(copy);
            }
        }
        command.add("-ldl");
        Command.run(command, environment -> environment.remove("LD_PRELOAD"), Duration.ofSeconds(60));
        return library;
    }

    private static Path copied(String file, Path folder) {
        Path copy = folder.resolve(file);
        try (InputStream source = Shim.class.getResourceAsStream(file)) {
            if (source == null) {
                throw new IllegalStateException("no resource " + file);
            }
            Files.write(copy, source.readAllBytes());
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
