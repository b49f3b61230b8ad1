package heliograph.rig;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program with a browser, to be killed. */
final class BrowserVictim {
    private BrowserVictim() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Browser browser = arguments[0].equals("Firefox") ? Firefox.start(Map.of()) : Chromium.start(Map.of())) {
            browser.tab();
            System.out.println("up");
            new CountDownLatch(1).await();
        }
    }
}
