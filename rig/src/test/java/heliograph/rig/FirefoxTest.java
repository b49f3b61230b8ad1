package heliograph.rig;

import java.util.Map;

class FirefoxTest extends BrowserContract {
    @Override
    Browser launch() {
        return Firefox.start(Map.of());
    }

    @Override
    String victim() {
        return "Firefox";
    }
}
