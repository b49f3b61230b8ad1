package heliograph.e2e;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Firefox;
import heliograph.rig.Rig;

/** A rig with both browsers, which a class of tests shares; used from one thread. */
final class Scene implements AutoCloseable {
    final Rig rig = Rig.start();
    final Browser chromium = Chromium.start(rig.environment());
    final Browser firefox = Firefox.start(rig.environment());

    @Override
    public void close() {
        firefox.close();
        chromium.close();
        rig.close();
    }
}
