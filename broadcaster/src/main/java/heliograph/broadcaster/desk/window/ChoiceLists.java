package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.DeviceLabel;
import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Modes;
import heliograph.broadcaster.desk.station.Quality;
import heliograph.broadcaster.desk.station.Selection;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.desk.window.WindowModel.Choices;
import heliograph.broadcaster.desk.window.WindowModel.Entry;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the lists offer. Immutable; any thread. */
final class ChoiceLists {
    private static final Source NONE = new Source.None();
    private static final Source SCREEN = new Source.Screen();
    private static final Source TEST = new Source.Test();
    /** From what shows who speaks to what shows leaves in the wind, in kbit/s. */
    private static final List<Integer> BITRATES = List.of(500, 800, 1500, 2500, 4500, 8000);

    private final Words words;
    private final boolean screen;

    /** {@code screen}: whether there is one that can be shown. */
    ChoiceLists(Words words, boolean screen) {
        this.words = words;
        this.screen = screen;
    }

    Choices<Source> cameras(Optional<Status.Devices> devices, Source chosen, boolean byHand) {
        List<Entry<Source>> entries = new ArrayList<>();
        devices.ifPresent(list -> entries.addAll(devices(list.cameraSources())));
        List<Entry<Source>> more = screen ? List.of(new Entry<>(SCREEN, words.say("window.screen"), true)) : List.of();
        return list(entries, known(devices), chosen, byHand, more, "window.test-picture", "window.no-picture");
    }

    Choices<Source> microphones(Optional<Status.Devices> devices, Source chosen, boolean byHand) {
        List<Entry<Source>> entries = new ArrayList<>();
        devices.ifPresent(list -> entries.addAll(devices(list.microphoneSources())));
        return list(entries, known(devices), chosen, byHand, List.of(), "window.test-tone", "window.no-sound");
    }

    Choices<Camera.Mode> modes(Optional<Status.Devices> devices, Source camera, Camera.Mode wish) {
        List<Camera> cameras = devices.map(Status.Devices::cameras).orElse(List.of());
        List<Camera.Mode> modes = Modes.of(Selection.find(camera, cameras), wish);
        List<Entry<Camera.Mode>> entries =
                modes.stream().map(mode -> new Entry<>(mode, label(mode), true)).toList();
        return new Choices<>(entries, modes.indexOf(Modes.nearest(modes, wish)));
    }

    /** By name; last, where none of them is what is now, what is now. */
    Choices<Figures> qualities(Optional<Status.Devices> devices, Source camera, Figures now) {
        List<Camera.Mode> modes = modes(devices, camera, now.mode()).entries().stream()
                .map(Entry::value)
                .toList();
        List<Entry<Figures>> entries = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            quality.of(modes)
                    .filter(figures -> entries.stream()
                            .noneMatch(other -> other.value().mode().equals(figures.mode())))
                    .ifPresent(figures -> entries.add(new Entry<>(figures, words.say("quality." + quality), true)));
        }
        List<Figures> known = entries.stream().map(Entry::value).toList();
        if (!known.contains(now)) {
            entries.add(
                    new Entry<>(now, words.say("window.quality.own", label(now.mode()), bitrate(now.bitrate())), true));
        }
        return new Choices<>(entries, known.contains(now) ? known.indexOf(now) : known.size());
    }

    Choices<Integer> bitrates(int now) {
        List<Integer> all = Stream.concat(BITRATES.stream(), Stream.of(now))
                .distinct()
                .sorted()
                .toList();
        return new Choices<>(
                all.stream().map(it -> new Entry<>(it, bitrate(it), true)).toList(), all.indexOf(now));
    }

    private String bitrate(int kilobits) {
        return words.say("window.bitrate.item", String.valueOf(kilobits));
    }

    private static List<Entry<Source>> devices(List<Source.Device> devices) {
        return devices.stream()
                .map(it -> new Entry<Source>(it, DeviceLabel.of(it, devices), true))
                .toList();
    }

    private static boolean known(Optional<Status.Devices> devices) {
        return devices.filter(Status.Devices::whole).isPresent();
    }

    private String label(Camera.Mode mode) {
        return words.say(
                "window.mode.item",
                String.valueOf(mode.width()),
                String.valueOf(mode.height()),
                String.valueOf(mode.rate()));
    }

    /**
     * Devices first, then what else there is, the test source, and nothing. Above the devices, where it holds, what cannot be chosen: that
     * there is none, or one that was chosen and is not there any more.
     */
    private Choices<Source> list(
            List<Entry<Source>> entries,
            boolean known,
            Source chosen,
            boolean byHand,
            List<Entry<Source>> more,
            String test,
            String none) {
        if (entries.isEmpty()) {
            entries.add(new Entry<>(NONE, words.say(known ? "window.no-device" : "window.looking"), false));
        }
        if (chosen instanceof Source.Device device
                && entries.stream().noneMatch(entry -> entry.value().equals(chosen))) {
            entries.add(0, new Entry<>(chosen, words.say("window.absent", device.name()), false));
        }
        entries.addAll(more);
        entries.add(new Entry<>(TEST, words.say(test), true));
        entries.add(new Entry<>(NONE, words.say(none), true));
        int selected = 0;
        for (int i = 0; i < entries.size(); i++) {
            // Of the two entries that send nothing, the one that can be chosen is for those who chose it.
            if (entries.get(i).value().equals(chosen)
                    && (!byHand || entries.get(i).enabled() || !chosen.equals(NONE))) {
                selected = i;
                break;
            }
        }
        return new Choices<>(entries, selected);
    }
}
