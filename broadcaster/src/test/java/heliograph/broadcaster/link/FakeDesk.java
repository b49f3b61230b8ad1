package heliograph.broadcaster.link;

import java.io.IOException;
import java.util.List;

/** A desk that starts a fake studio, prints its process id once it runs, and waits to be killed. */
final class FakeDesk {
    public static void main(String[] args) throws IOException, InterruptedException {
        StudioRun.Listener listener = new StudioRun.Listener() {
            @Override
            public void event(StudioEvent event) {
                if (event instanceof StudioEvent.Ready) {
                    ProcessHandle.current().children().forEach(studio -> System.out.println(studio.pid()));
                }
            }

            @Override
            public void ended(int status) {
                // Only the process matters here.
            }
        };
        StudioProcess run = (StudioProcess)
                StudioProcess.launcher(StudioCommandLine.ofThisJvm(FakeStudio.class.getName(), List.of()))
                        .launch(listener);
        Thread.currentThread().join();
        run.close();
    }

    private FakeDesk() {}
}
