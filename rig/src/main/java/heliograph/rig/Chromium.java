package heliograph.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Debian's Chromium, driven by Playwright on a thread of its own, because Playwright wants to be called from one thread only. */
public final class Chromium implements Browser {
    // No autoplay switch: whether sound needs a gesture is what tests are to find out.
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final DriverThread thread;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final long pid;

    private Chromium(DriverThread thread, Playwright playwright, com.microsoft.playwright.Browser browser, long pid) {
        this.thread = thread;
        this.playwright = playwright;
        this.browser = browser;
        this.pid = pid;
    }

    /**
     * Starts it.
     *
     * @param environment what to add to this JVM's environment, as {@link Rig#environment}: its sound then plays to the rig's speakers
     */
    public static Chromium start(Map<String, String> environment) {
        return start(environment, PROGRAM);
    }

    /** Starts it on a host of a test's own; see {@link #start(Map)}. */
    public static Chromium start(Map<String, String> environment, Host host) {
        return start(environment, host.starting(PROGRAM));
    }

    private static Chromium start(Map<String, String> environment, Path program) {
        Programs.require("chromium");
        DriverThread thread = new DriverThread("chromium");
        return thread.call(() -> {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Map<String, String> variables = new HashMap<>(System.getenv());
            variables.remove("LD_PRELOAD");
            variables.putAll(environment);
            com.microsoft.playwright.Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(FLAGS)
                            .setIgnoreDefaultArgs(List.of("--mute-audio"))
                            .setEnv(variables));
            return new Chromium(thread, playwright, browser, pid(browser));
        });
    }

    private static long pid(com.microsoft.playwright.Browser browser) {
        CDPSession session = browser.newBrowserCDPSession();
        JsonObject processes = session.send("SystemInfo.getProcessInfo");
        session.detach();
        return StreamSupport.stream(processes.getAsJsonArray("processInfo").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(process -> process.get("type").getAsString().equals("browser"))
                .mapToLong(process -> process.get("id").getAsLong())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Tab tab() {
        return thread.call(() -> {
            // As somebody who has clicked the warning of a program's own certificate away.
            BrowserContext context = browser.newContext(
                    new com.microsoft.playwright.Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
            context.addInitScript("(() => {" + Script.text() + "})();");
            Page page = context.newPage();
            return new ChromiumTab(thread, context, page, context.newCDPSession(page));
        });
    }

    @Override
    public void kill() {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Override
    public void close() {
        thread.close(playwright::close);
    }

    @Override
    public String toString() {
        return "Chromium";
    }
}
