package heliograph.broadcaster;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * So long each of the module's tests waits for a condition: of no matter where all goes well; a machine that is busy with other
 * things takes its time. JUnit finds it in META-INF/services; any thread.
 */
public final class Patience implements BeforeAllCallback {
    public static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
