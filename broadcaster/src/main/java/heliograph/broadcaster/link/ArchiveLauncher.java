package heliograph.broadcaster.link;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts studios with the archive of their classes, until one of them ends before its first word: a damaged archive takes the
 * JVM down, each time anew. All later ones start without. Any thread.
 */
final class ArchiveLauncher implements StudioLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveLauncher.class);

    private final StudioLauncher archived;
    private final StudioLauncher plain;
    private volatile boolean doubted;

    ArchiveLauncher(StudioLauncher archived, StudioLauncher plain) {
        this.archived = archived;
        this.plain = plain;
    }

    @Override
    public StudioRun launch(StudioRun.Listener listener) throws IOException {
        return doubted ? plain.launch(listener) : archived.launch(new Trial(listener));
    }

    private final class Trial implements StudioRun.Listener {
        private final StudioRun.Listener listener;
        private volatile boolean ready;

        Trial(StudioRun.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void event(StudioEvent event) {
            ready |= event instanceof StudioEvent.Ready;
            listener.event(event);
        }

        @Override
        public void ended(int status) {
            // Status 0: it was asked to end.
            if (!ready && status != 0) {
                doubted = true;
                LOG.warn("studio: ended before its first word; from now on without {}", StudioCommandLine.ARCHIVE);
            }
            listener.ended(status);
        }
    }
}
