package heliograph.broadcaster.studio.v4l2;

import com.sun.jna.Memory;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cameras that are plugged in at one moment.
 *
 * @param cameras in the order of their nodes
 * @param denied those that are there and may not be opened
 */
public record V4l2Cameras(List<V4l2Camera> cameras, List<DeniedCamera> denied) {
    private static final int NODES = 64;
    private static final Path CLASS = Path.of("/sys/class/video4linux");

    public V4l2Cameras {
        cameras = List.copyOf(cameras);
        denied = List.copyOf(denied);
    }

    /** Looks at every node; opens each for a moment. */
    public static V4l2Cameras look() {
        List<V4l2Camera> cameras = new ArrayList<>();
        List<DeniedCamera> denied = new ArrayList<>();
        Map<String, Integer> onBus = new LinkedHashMap<>();
        for (String path : nodes().keySet()) {
            try (V4l2Node node = V4l2Node.open(path)) {
                Memory capability = node.call(Ioctl.QUERYCAP, Structs.cleared(Ioctl.QUERYCAP));
                List<CaptureMode> modes = Structs.captures(capability) ? node.modes() : List.of();
                if (!modes.isEmpty()) {
                    String bus = Structs.bus(capability);
                    int sameBus = onBus.merge(bus, 1, Integer::sum);
                    String id = sameBus == 1 ? bus : bus + "#" + sameBus;
                    cameras.add(new V4l2Camera(id, friendly(Structs.card(capability)), path, modes));
                }
            } catch (ErrnoException e) {
                if (e.errno() == ErrnoException.EACCES || e.errno() == ErrnoException.EPERM) {
                    denied.add(new DeniedCamera(nameOf(path), placeOf(path), path));
                }
            }
        }
        return new V4l2Cameras(cameras, denied);
    }

    /** The nodes there are, each with what changes when another device or other rights take its place. Opens nothing. */
    public static Map<String, String> nodes() {
        Map<String, String> nodes = new LinkedHashMap<>();
        for (int i = 0; i < NODES; i++) {
            File node = new File("/dev/video" + i);
            if (node.exists()) {
                nodes.put(node.getPath(), node.lastModified() + " " + node.canRead());
            }
        }
        return nodes;
    }

    /** The camera that is meant: by its id, or by its name where there is no id. */
    Optional<V4l2Camera> find(Source.Device wanted) {
        return cameras.stream()
                .filter(c -> wanted.id().isEmpty() ? c.name().equals(wanted.name()) : c.id().equals(wanted.id()))
                .findFirst();
    }

    /** The same among those that may not be opened. */
    Optional<DeniedCamera> findDenied(Source.Device wanted) {
        return denied.stream().filter(it -> it.isMeant(wanted)).findFirst();
    }

    /** What keeps cameras from being listed. */
    public List<Problem> problems() {
        return denied.stream().map(DeniedCamera::problem).toList();
    }

    /** As the desk sees them. */
    public List<Camera> forDesk() {
        return cameras.stream().map(V4l2Camera::forDesk).toList();
    }

    /** Most cameras give their name twice, the second time cut off: {@code HD Webcam: HD Web}. */
    static String friendly(String card) {
        int colon = card.indexOf(": ");
        return colon > 0 && card.startsWith(card.substring(colon + 2)) ? card.substring(0, colon) : card;
    }

    /** The name of a camera that may not be opened. */
    private static String nameOf(String node) {
        try {
            return friendly(Files.readString(said(node, "name")).trim());
        } catch (IOException e) {
            return node;
        }
    }

    private static String placeOf(String node) {
        try {
            return DeniedCamera.place(said(node, "device").toRealPath());
        } catch (IOException e) {
            return "";
        }
    }

    /** What the kernel says of a camera to those who may not open it. */
    private static Path said(String node, String what) {
        return CLASS.resolve(Path.of(node).getFileName().toString()).resolve(what);
    }
}
