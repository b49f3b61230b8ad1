package heliograph.signaling.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that only its owner may open, and its files: modes 700 and 600 where the file system knows modes. Holds no
 * state; any thread.
 */
public final class PrivateFolder {
    private static final String LOCK_FILE = ".lock";
    /** The system's lock is between processes; within this one it takes another. */
    private static final Object LOCK = new Object();

    private final Path folder;

    private PrivateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made if it is not there.
     *
     * @throws IOException when it cannot be made or written to, or is everybody's: to close such a one would take it from
     *     all others
     */
    public static PrivateFolder open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            Path parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(absolute, mode(absolute, "rwx------"));
        }
        if (posix(absolute) && Files.getPosixFilePermissions(absolute).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("everybody may write to it, as to /tmp; name one that is for this alone");
        }
        restrict(absolute, "rwx------");
        PrivateFolder made = new PrivateFolder(absolute);
        made.write(".writable", new byte[0]);
        Files.deleteIfExists(absolute.resolve(".writable"));
        return made;
    }

    /** A file's bytes; empty when there is no such file. Its mode is set right if somebody changed it. */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            restrict(file, "rw-------");
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What is to be done with nobody else, of this process or another, changing the folder's files meanwhile. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** Makes a change from what is read to what is written; waits for other changes. */
    <T> T exclusively(Change<T> change) throws IOException {
        synchronized (LOCK) {
            Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Path file = folder.resolve(LOCK_FILE);
            try (FileChannel channel = FileChannel.open(file, options, mode(file, "rw-------"))) {
                // Until the channel is closed.
                var unused = channel.lock();
                return change.make();
            }
        }
    }

    /** Writes a file whole or not at all, also when the power fails half-way. */
    public void write(String name, byte[] bytes) throws IOException {
        write(folder.resolve(name), bytes);
    }

    /** Writes any file in the same way: only for its owner, and whole or not at all. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new IOException(file + " is not a file name");
        }
        Path draft = Files.createTempFile(directory, ".draft", "", mode(directory, "rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            move(draft, target);
            keepNames(directory);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** That a file has another name now stands in its folder, which has to be on disk too. Where modes are unknown, so is this. */
    private static void keepNames(Path directory) throws IOException {
        if (posix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void restrict(Path path, String mode) throws IOException {
        if (posix(path) && !Files.getPosixFilePermissions(path).equals(PosixFilePermissions.fromString(mode))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    /** The mode from the first moment on: a file that is restricted later could have been opened before. */
    private static FileAttribute<?>[] mode(Path where, String mode) {
        return posix(where)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Asked of the default file system, not of a path: the path may not be there yet. */
    private static boolean posix(Path path) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix");
    }
}
