package heliograph.rig;

class FirefoxProbeTest extends ProbeContract {
    @Override
    Browser launch(Rig rig) {
        return Firefox.start(rig.environment());
    }
}
