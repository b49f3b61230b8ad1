package heliograph.e2e;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Many connections from one address at once; used from one thread. */
final class Crowd implements AutoCloseable {
    private final List<Wire> wires = new ArrayList<>();

    Crowd(URI server, String from, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            wires.add(new Wire(from, server));
        }
    }

    /** On each that the server has not cut. */
    void say(String text) {
        for (Wire wire : wires) {
            sayIfItCan(wire, text);
        }
    }

    private static void sayIfItCan(Wire wire, String text) {
        try {
            wire.say(text);
        } catch (IOException cut) {
            // That is told by cut().
            return;
        }
    }

    /** How many the server has cut by now. */
    int cut() throws IOException {
        int cut = 0;
        for (Wire wire : wires) {
            cut += wire.isCut() ? 1 : 0;
        }
        return cut;
    }

    List<Wire> wires() {
        return List.copyOf(wires);
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }
}
