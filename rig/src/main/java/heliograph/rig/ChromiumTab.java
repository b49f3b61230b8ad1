package heliograph.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tab of Chromium; every call goes through the driver's thread. */
final class ChromiumTab implements Tab {
    private final DriverThread thread;
    private final BrowserContext context;
    private final Page page;
    private final CDPSession protocol;
    // On the driver's thread, where Playwright reports.
    private final List<String> troubles = new ArrayList<>();

    ChromiumTab(DriverThread thread, BrowserContext context, Page page, CDPSession protocol) {
        this.thread = thread;
        this.context = context;
        this.page = page;
        this.protocol = protocol;
        page.onRequestFailed(
                request -> troubles.add(request.method() + " " + request.url() + " failed: " + request.failure()));
        page.onPageError(error -> troubles.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text() + " (" + message.location() + ")");
            }
        });
    }

    @Override
    public void open(String url) {
        thread.run(() -> page.navigate(url));
    }

    @Override
    public void reload() {
        thread.run(page::reload);
    }

    @Override
    public void click(String selector) {
        thread.run(() -> page.locator(selector).click());
    }

    @Override
    public void type(String selector, String text) {
        click(selector);
        thread.run(() -> page.keyboard().type(text));
    }

    @Override
    public void press(String key) {
        thread.run(() -> page.keyboard().press(key));
    }

    // Playwright's own evaluate counts as a gesture of the user, which would let a page play sound that it otherwise
    // may not.
    @Override
    public JsonElement evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", Script.json(expression));
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("returnByValue", true);
        parameters.addProperty("userGesture", false);
        JsonObject answer = thread.call(() -> protocol.send("Runtime.evaluate", parameters));
        if (answer.has("exceptionDetails")) {
            JsonObject details = answer.getAsJsonObject("exceptionDetails");
            throw new ScriptException(expression + ": " + details);
        }
        return JsonParser.parseString(
                answer.getAsJsonObject("result").get("value").getAsString());
    }

    @Override
    public List<String> troubles() {
        return thread.call(() -> List.copyOf(troubles));
    }

    @Override
    public void screenshot(Path file) {
        thread.call(() -> page.screenshot(new Page.ScreenshotOptions().setPath(file)));
    }

    @Override
    public void close() {
        thread.run(context::close);
    }

    @Override
    public String toString() {
        return "Chromium";
    }
}
