package heliograph.rig;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's Firefox ESR, driven over WebDriver BiDi with nothing between; used from any thread. */
public final class Firefox implements Browser {
    private static final Pattern ADDRESS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

    // Quiet, and nothing from the network. No autoplay preference: whether sound needs a gesture is what tests find
    // out.
    private static final List<String> PREFERENCES = List.of(
            "'app.normandy.enabled', false",
            "'app.update.enabled', false",
            "'browser.aboutwelcome.enabled', false",
            "'browser.safebrowsing.malware.enabled', false",
            "'browser.safebrowsing.phishing.enabled', false",
            "'browser.shell.checkDefaultBrowser', false",
            "'datareporting.policy.dataSubmissionEnabled', false",
            "'extensions.getAddons.cache.enabled', false",
            "'media.gmp-manager.updateEnabled', false",
            "'media.gmp-provider.enabled', false",
            "'network.captive-portal-service.enabled', false",
            "'network.connectivity-service.enabled', false",
            "'services.settings.server', 'data:,#remote-settings-dummy/v1'",
            "'toolkit.telemetry.enabled', false");

    private final Path folder;
    private final Child process;
    private final BidiConnection connection;

    private Firefox(Path folder, Child process, BidiConnection connection) {
        this.folder = folder;
        this.process = process;
        this.connection = connection;
    }

    /**
     * Starts it.
     *
     * @param environment what to add to this JVM's environment, as {@link Rig#environment}: its sound then plays to the rig's speakers
     */
    public static Firefox start(Map<String, String> environment) {
        Programs.require("firefox-esr", "setpriv");
        Path folder = Folders.temporary("firefox");
        Path profile = folder.resolve("profile");
        Path log = folder.resolve("log");
        try {
            Files.createDirectory(profile);
            Files.write(
                    profile.resolve("user.js"),
                    PREFERENCES.stream()
                            .map(preference -> "user_pref(" + preference + ");")
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Child process = Child.start(
                List.of(
                        "firefox-esr",
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port",
                        "0",
                        "about:blank"),
                variables -> {
                    variables.remove("LD_PRELOAD");
                    variables.put("HOME", folder.toString());
                    variables.putAll(environment);
                },
                log);
        String address = await("Firefox, see " + log)
                .atMost(Duration.ofSeconds(60))
                .until(() -> address(log), found -> !found.isEmpty());
        BidiConnection connection = BidiConnection.open(URI.create(address + "/session"));
        // As somebody who has clicked the warning of a program's own certificate away.
        JsonObject always = new JsonObject();
        always.addProperty("acceptInsecureCerts", true);
        JsonObject capabilities = new JsonObject();
        capabilities.add("alwaysMatch", always);
        JsonObject session = new JsonObject();
        session.add("capabilities", capabilities);
        connection.call("session.new", session);
        JsonObject script = new JsonObject();
        script.addProperty("functionDeclaration", "() => {" + Script.text() + "}");
        connection.call("script.addPreloadScript", script);
        return new Firefox(folder, process, connection);
    }

    private static String address(Path log) {
        try {
            Matcher matcher = ADDRESS.matcher(Files.readString(log));
            return matcher.find() ? matcher.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Tab tab() {
        String user = connection
                .call("browser.createUserContext", new JsonObject())
                .get("userContext")
                .getAsString();
        JsonObject parameters = new JsonObject();
        parameters.addProperty("type", "tab");
        parameters.addProperty("userContext", user);
        String context = connection
                .call("browsingContext.create", parameters)
                .get("context")
                .getAsString();
        return new FirefoxTab(connection, user, context);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        connection.close();
        process.close();
        Folders.delete(folder);
    }

    @Override
    public String toString() {
        return "Firefox";
    }
}
