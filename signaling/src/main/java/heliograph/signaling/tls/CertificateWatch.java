package heliograph.signaling.tls;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every now and then for the certificate. One that cannot be used changes nothing but the log. Has a thread of its own,
 * {@code certificate}, which also calls the listener.
 */
public final class CertificateWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CertificateWatch.class);

    private final IdentitySource source;
    private final Consumer<TlsIdentity> listener;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "certificate");
        thread.setDaemon(true);
        return thread;
    });
    private String complaint = "";

    /** {@code listener} is told at each look, whether there is another one or not. */
    public CertificateWatch(IdentitySource source, Consumer<TlsIdentity> listener) {
        this.source = source;
        this.listener = listener;
    }

    /** Begins to look. */
    public void start(Duration every) {
        long millis = every.toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            listener.accept(source.current());
            complaint = "";
        } catch (IOException | RuntimeException e) {
            String text = String.valueOf(e.getMessage());
            // Once, not every few seconds.
            if (!text.equals(complaint)) {
                complaint = text;
                log.warn("certificate: {} The one before stays.", text);
            }
        }
    }
}
