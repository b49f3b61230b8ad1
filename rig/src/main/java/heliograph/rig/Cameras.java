package heliograph.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that the camera shim watches: a file is a camera; used from any thread. */
final class Cameras {
    private final Path folder;

    Cameras(Path folder) {
        this.folder = folder;
    }

    void plug(FakeCamera camera) {
        write("video" + camera.index() + ".conf", "name=" + camera.name() + "\n" + camera.configuration());
    }

    void unplug(FakeCamera camera) {
        delete("video" + camera.index() + ".conf");
    }

    void fault(FakeCamera camera, Fault fault) {
        String file = "video" + camera.index() + ".fault";
        if (fault == Fault.NONE) {
            delete(file);
        } else {
            write(file, fault.word());
        }
    }

    // The shim reads a file as soon as it is in the folder, so it must come there whole.
    private void write(String name, String text) {
        try {
            Path whole = Files.createTempFile(folder.getParent(), "camera", null);
            Files.writeString(whole, text);
            Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
