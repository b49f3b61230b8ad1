package heliograph.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A person who opens Heliograph's link in a browser, signs in and watches; used from one thread. */
public final class Viewer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

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
        await(
                "the form to sign in",
                LIMIT,
                () -> tab.evaluate("Boolean(document.querySelector('input[name=username]')?.offsetParent)")
                        .getAsBoolean());
        // What the page remembers or a first attempt has left.
        tab.evaluate("document.querySelectorAll('input[name=username], input[name=password]')"
                + ".forEach(input => { input.value = ''; })");
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
        await("the page's state " + state, LIMIT, () -> state().equals(state));
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
        return watchOn(count, limit);
    }

    /** The frames that were presented since the picture was looked at last, and more, at least so many. */
    public Pictures watchOn(int count, Duration limit) {
        List<Frame> frames = new ArrayList<>();
        await(count + " frames", limit, () -> frames.addAll(picture.take().frames()) && frames.size() >= count);
        return new Pictures(frames);
    }

    /**
     * Waits until the page has presented so many frames that were made after a moment, and gives when the last of them was on
     * the screen; both in milliseconds of the wall clock. What was shown since {@link PictureProbe#start} counts.
     */
    public double awaitFramesMadeAfter(double moment, int count, Duration limit) {
        double origin = tab.evaluate("performance.timeOrigin").getAsDouble();
        List<Frame> frames = new ArrayList<>();
        await(count + " frames made after a moment", limit, () -> {
            picture.take().frames().stream()
                    .filter(frame -> origin + frame.shown() - frame.latency() > moment)
                    .forEach(frames::add);
            return frames.size() >= count;
        });
        return origin + frames.get(count - 1).shown();
    }

    /** Waits until the sound that comes has this pitch. */
    public void awaitTone(int hertz) {
        sound.start();
        await("a tone of " + hertz + " Hz", LIMIT, () -> {
            SoundProbe.Heard heard = sound.now();
            return Math.abs(heard.hertz() - hertz) < 8 && heard.level() > -60;
        });
    }

    /** Waits until nothing at all is heard. */
    public void awaitSilence() {
        sound.start();
        await("silence", LIMIT, () -> sound.now().level() < -80);
    }

    /** Waits until so many beeps of 1 kHz have begun; when, in milliseconds of {@code performance.now()}. */
    public List<Double> awaitBeeps(int count) {
        sound.start();
        List<Double> beeps = new ArrayList<>();
        await(count + " beeps", LIMIT, () -> {
            beeps.addAll(sound.takeBeeps());
            return beeps.size() >= count;
        });
        return List.copyOf(beeps);
    }

    private void await(String what, Duration limit, Callable<Boolean> condition) {
        try {
            Awaitility.with()
                    .pollInterval(Duration.ofMillis(50))
                    .await(what)
                    .atMost(limit)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no " + what + " within " + limit + " in " + tab + ": " + evidence(), e);
        }
    }

    /** What could explain why something did not come. */
    private String evidence() {
        return tab.evaluate("({state: document.documentElement.dataset, text: document.body.innerText,"
                        + " videos: [...document.querySelectorAll('video')].map(v => [v.currentTime, v.paused, v.muted]),"
                        + " peers: heliographProbe.peers.map(peer => [peer.connectionState, peer.getReceivers()"
                        + ".map(receiver => receiver.track.kind + (receiver.track.muted ? ' muted' : ''))])})")
                + " "
                + received()
                + " "
                + tab.evaluate("heliographProbe.sound.now?.()")
                + " troubles: "
                + tab.troubles();
    }

    @Override
    public void close() {
        tab.close();
    }
}
