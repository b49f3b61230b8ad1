package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Wanted;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.desk.window.WindowModel.Choices;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.Optional;

/** What the user wants to be sent, and the lists it is chosen from; knows no Swing. Lives on the window's thread. */
final class Wishes {
    private final Settings settings;
    private final Words words;
    private final Memory memory;
    private final ChoiceLists lists;
    private final Wanted camera;
    private final Wanted microphone;
    private Optional<Status.Devices> devices = Optional.empty();
    private Figures figures;
    private Broadcast.Withheld withheld = Broadcast.Withheld.NOTHING;

    Wishes(Settings settings, Words words, Memory memory) {
        this.settings = settings;
        this.words = words;
        this.memory = memory;
        lists = new ChoiceLists(words, settings.screen());
        camera = new Wanted(settings.camera());
        microphone = new Wanted(settings.microphone());
        Remembered known = memory.known();
        // Nobody's screen is sent without a word or a click of this time.
        boolean gone = known.camera() instanceof Source.Screen && (!settings.screen() || settings.start());
        camera.last(gone ? null : known.camera());
        microphone.last(known.microphone());
        Figures asked = Figures.of(settings.video());
        Figures last = known.figures() == null ? asked : known.figures();
        figures = new Figures(
                settings.modeAsked() ? asked.mode() : last.mode(),
                settings.bitrateAsked() ? asked.bitrate() : last.bitrate());
    }

    /** What there is now. */
    void devices(Optional<Status.Devices> now) {
        devices = now;
        now.ifPresent(list -> {
            camera.devices(list.cameraSources());
            microphone.devices(list.microphoneSources());
        });
    }

    void camera(Source chosen) {
        camera.choose(chosen);
        memory.note(known -> known.camera(chosen));
    }

    void microphone(Source chosen) {
        microphone.choose(chosen);
        memory.note(known -> known.microphone(chosen));
    }

    void mode(Camera.Mode chosen) {
        figures(figures.in(chosen));
    }

    void bitrate(int chosen) {
        // Of the size that is seen, not of one that another camera would have.
        figures(new Figures(now().mode(), chosen));
    }

    void figures(Figures chosen) {
        figures = chosen;
        memory.note(known -> known.figures(chosen));
    }

    /** Whether viewers are to see the slate instead of the picture. */
    void hidePicture(boolean hidden) {
        withheld = new Broadcast.Withheld(hidden, withheld.sound());
    }

    /** Whether viewers are to hear nothing. */
    void soundOff(boolean off) {
        withheld = new Broadcast.Withheld(withheld.picture(), off);
    }

    Broadcast.Withheld withheld() {
        return withheld;
    }

    /** From now on the same devices, whatever else is plugged in. */
    void keep() {
        camera.keep();
        microphone.keep();
    }

    Choice choice() {
        return Choice.of(camera.source(), microphone.source(), now(), settings, words)
                .withholding(withheld);
    }

    Wanted camera() {
        return camera;
    }

    Wanted microphone() {
        return microphone;
    }

    Choices<Source> cameras() {
        return lists.cameras(devices, camera.source(), camera.isChosen());
    }

    Choices<Source> microphones() {
        return lists.microphones(devices, microphone.source(), microphone.isChosen());
    }

    Choices<Figures> qualities() {
        return lists.qualities(devices, camera.source(), now());
    }

    Choices<Camera.Mode> modes() {
        return lists.modes(devices, camera.source(), figures.mode());
    }

    Choices<Integer> bitrates() {
        return lists.bitrates(figures.bitrate());
    }

    /** The wish, as far as this camera can fulfil it. */
    private Figures now() {
        Choices<Camera.Mode> modes = modes();
        return figures.in(modes.entries().get(modes.selected()).value());
    }
}
