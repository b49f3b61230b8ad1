package heliograph.rig;

class ChromiumProbeTest extends ProbeContract {
    @Override
    Browser launch(Rig rig) {
        return Chromium.start(rig.environment());
    }
}
