package heliograph.broadcaster.link;

import java.io.IOException;

/** Starts the studio. */
public interface StudioLauncher {

    /**
     * One more run of the studio.
     *
     * @throws IOException when the process cannot be made
     */
    StudioRun launch(StudioRun.Listener listener) throws IOException;
}
