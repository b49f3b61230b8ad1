package heliograph.broadcaster.link;

import java.io.IOException;
import java.util.List;

/** A desk that starts a fake studio, prints its process id, and waits to be killed. */
final class FakeDesk {
    public static void main(String[] args) throws IOException, InterruptedException {
        StudioRun.Listener deaf = new StudioRun.Listener() {
            @Override
            public void event(StudioEvent event) {
                // Only the process matters here.
            }

            @Override
            public void ended(int status) {
                // Only the process matters here.
            }
        };
        StudioProcess run = (StudioProcess)
                StudioProcess.launcher(StudioCommandLine.ofThisJvm(FakeStudio.class.getName(), List.of()))
                        .launch(deaf);
        System.out.println(run.pid());
        Thread.currentThread().join();
    }

    private FakeDesk() {}
}
