package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A library that is put under a program and plays something to it. */
enum Shim {
    /** Cameras: {@code LD_PRELOAD}. */
    CAMERAS("fakecam"),
    /** A library that is not found: {@code LD_AUDIT}. */
    HIDE("hide");

    private static final Map<Shim, byte[]> COMPILED = new EnumMap<>(Shim.class);

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

    /** The library, in a rig's folder: a checkout's may have a space in its path, at which ld.so would split it. Compiled once a JVM. */
    Path compiledInto(Path folder) {
        synchronized (COMPILED) {
            try {
                Path library = folder.resolve("lib" + name + ".so");
                byte[] compiled = COMPILED.get(this);
                if (compiled == null) {
                    compile(library, folder);
                    COMPILED.put(this, Files.readAllBytes(library));
                } else {
                    Files.write(library, compiled);
                }
                return library;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void compile(Path library, Path folder) {
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
