package heliograph.rig;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A tab of Firefox; used from any thread. */
final class FirefoxTab implements Tab {
    // Where WebDriver puts the keys that are not characters.
    private static final Map<String, String> KEYS = Map.of("Enter", "\uE007", "Tab", "\uE004", "Escape", "\uE00C");

    private final BidiConnection connection;
    private final String user;
    private final String context;

    FirefoxTab(BidiConnection connection, String user, String context) {
        this.connection = connection;
        this.user = user;
        this.context = context;
    }

    @Override
    public void open(String url) {
        JsonObject parameters = here();
        parameters.addProperty("url", url);
        parameters.addProperty("wait", "complete");
        connection.call("browsingContext.navigate", parameters);
    }

    @Override
    public void reload() {
        JsonObject parameters = here();
        parameters.addProperty("wait", "complete");
        connection.call("browsingContext.reload", parameters);
    }

    @Override
    public void click(String selector) {
        waitFor("document.querySelector(" + quote(selector) + ")", Duration.ofSeconds(30));
        JsonObject element = evaluateRemote("(() => { const e = document.querySelector(" + quote(selector)
                + "); e.scrollIntoView({block: 'nearest'}); return e; })()");
        JsonObject origin = new JsonObject();
        origin.addProperty("type", "element");
        JsonObject reference = new JsonObject();
        reference.add("sharedId", element.get("sharedId"));
        origin.add("element", reference);
        JsonObject move = action("pointerMove");
        move.addProperty("x", 0);
        move.addProperty("y", 0);
        move.add("origin", origin);
        JsonObject down = action("pointerDown");
        down.addProperty("button", 0);
        JsonObject up = action("pointerUp");
        up.addProperty("button", 0);
        perform("pointer", "mouse", List.of(move, down, up));
    }

    @Override
    public void type(String selector, String text) {
        click(selector);
        perform(
                "key",
                "keyboard",
                text.codePoints()
                        .mapToObj(Character::toString)
                        .flatMap(key -> stroke(key).stream())
                        .toList());
    }

    @Override
    public void press(String key) {
        perform("key", "keyboard", stroke(KEYS.getOrDefault(key, key)));
    }

    private static List<JsonObject> stroke(String key) {
        JsonObject down = action("keyDown");
        down.addProperty("value", key);
        JsonObject up = action("keyUp");
        up.addProperty("value", key);
        return List.of(down, up);
    }

    private static JsonObject action(String type) {
        JsonObject action = new JsonObject();
        action.addProperty("type", type);
        return action;
    }

    private void perform(String type, String device, List<JsonObject> actions) {
        JsonObject source = action(type);
        source.addProperty("id", device);
        JsonArray list = new JsonArray();
        actions.forEach(list::add);
        source.add("actions", list);
        JsonArray sources = new JsonArray();
        sources.add(source);
        JsonObject parameters = here();
        parameters.add("actions", sources);
        connection.call("input.performActions", parameters);
    }

    @Override
    public JsonElement evaluate(String expression) {
        return JsonParser.parseString(
                evaluateRemote(Script.json(expression)).get("value").getAsString());
    }

    private JsonObject evaluateRemote(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("userActivation", false);
        parameters.add("target", here());
        JsonObject answer = connection.call("script.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new ScriptException(expression + ": "
                    + answer.getAsJsonObject("exceptionDetails").get("text").getAsString());
        }
        return answer.getAsJsonObject("result");
    }

    @Override
    public void screenshot(Path file) {
        String picture = connection
                .call("browsingContext.captureScreenshot", here())
                .get("data")
                .getAsString();
        try {
            Files.write(file, Base64.getDecoder().decode(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject here() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("context", context);
        return parameters;
    }

    private static String quote(String text) {
        return new JsonPrimitive(text).toString();
    }

    @Override
    public void close() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("userContext", user);
        connection.call("browser.removeUserContext", parameters);
    }

    @Override
    public String toString() {
        return "Firefox";
    }
}
