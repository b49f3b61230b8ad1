package heliograph.rig;

import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A person who opens Heliograph's link in a browser, signs in and watches; used from one thread. */
public final class Viewer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Tab tab;
    private final PictureProbe picture;
    private final SoundProbe sound;

    private Viewer(Tab tab) {
        this.tab = tab;
        this.picture = new PictureProbe(tab);
        this.sound = new SoundProbe(tab);
    }

    /** Opens the link. */
    public static Viewer open(Browser browser, String url) {
        return new Viewer(browser.open(url));
    }

    /** Types name and password and clicks the button; does not wait for what comes of it. */
    public Viewer signIn(String user, String password) {
        tab.waitFor("document.querySelector('input[name=username]')?.offsetParent", LIMIT);
        // A browser or the page may have filled in the name.
        tab.evaluate("document.querySelector('input[name=username]').value = ''");
        tab.type("input[name=username]", user);
        tab.type("input[name=password]", password);
        tab.click("form button[type=submit]");
        return this;
    }

    public Tab tab() {
        return tab;
    }

    public SoundProbe sound() {
        return sound;
    }

    public PictureProbe picture() {
        return picture;
    }

    public Received received() {
        return Received.by(tab);
    }

    /** The page's state, as its root element tells it. */
    public String state() {
        return tab.evaluate("document.documentElement.dataset.state").getAsString();
    }

    /** Waits for a state of the page. */
    public void awaitState(String state) {
        with().pollInterval(Duration.ofMillis(50))
                .await("the page's state " + state)
                .atMost(LIMIT)
                .until(this::state, state::equals);
    }

    /** Waits until new frames are presented; gives the milliseconds that this took. */
    public long awaitMovingPicture(Duration limit) {
        long start = System.nanoTime();
        watch(10, limit);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** The next frames that are presented, at least so many. */
    public Pictures watch(int count, Duration limit) {
        picture.start();
        List<Frame> frames = new ArrayList<>();
        with().pollInterval(Duration.ofMillis(100))
                .await(count + " frames in " + tab)
                .atMost(limit)
                .until(() -> frames.addAll(picture.take().frames()) && frames.size() >= count);
        return new Pictures(frames);
    }

    /** Waits until the sound that comes has this pitch. */
    public void awaitTone(int hertz) {
        sound.start();
        await("a tone of " + hertz + " Hz in " + tab).atMost(LIMIT).until(() -> {
            SoundProbe.Heard heard = sound.now();
            return Math.abs(heard.hertz() - hertz) < 8 && heard.level() > -60;
        });
    }

    /** Waits until so many beeps of 1 kHz have begun; when, in milliseconds of {@code performance.now()}. */
    public List<Double> awaitBeeps(int count) {
        sound.start();
        List<Double> beeps = new ArrayList<>();
        await(count + " beeps in " + tab).atMost(LIMIT).until(() -> {
            beeps.addAll(sound.takeBeeps());
            return beeps.size() >= count;
        });
        return List.copyOf(beeps);
    }

    @Override
    public void close() {
        tab.close();
    }
}
