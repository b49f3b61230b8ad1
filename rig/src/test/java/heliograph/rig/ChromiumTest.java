package heliograph.rig;

import java.util.Map;

class ChromiumTest extends BrowserContract {
    @Override
    Browser launch() {
        return Chromium.start(Map.of());
    }

    @Override
    String victim() {
        return "Chromium";
    }
}
