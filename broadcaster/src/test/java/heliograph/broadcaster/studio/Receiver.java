package heliograph.broadcaster.studio;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A viewer without a browser, as a process of its own: messages of the room come in as lines, {@link ReceiverReport}s go
 * out. {@code live} begins a session and, a second time, restarts its ICE, {@code leave} ends it.
 */
final class Receiver {
    private final SealedJson<Message> messages = SealedJson.of(Message.class);
    private final SealedJson<ReceiverReport> reports = SealedJson.of(ReceiverReport.class);
    private final Map<String, ReceivedSession> sessions = new ConcurrentHashMap<>();
    private final PeerConnectionFactory factory;
    private final PrintStream out;

    private Receiver(PeerConnectionFactory factory, PrintStream out) {
        this.factory = factory;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        AudioDeviceModuleBase module = new HeadlessAudioDeviceModule();
        Receiver receiver = new Receiver(new PeerConnectionFactory(module), out);
        receiver.run();
        Runtime.getRuntime().halt(0);
    }

    private void run() throws IOException {
        ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor();
        var unused = reporter.scheduleAtFixedRate(
                () -> sessions.values().forEach(s -> say(s.seen())), 100, 100, TimeUnit.MILLISECONDS);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            received(messages.decode(line));
        }
    }

    private void received(Message message) throws MalformedMessageException {
        if (message instanceof Message.Live live && live.session() != null) {
            ReceivedSession known = sessions.get(live.session());
            if (known == null) {
                known = new ReceivedSession(live.session(), factory, this::signal);
                sessions.put(live.session(), known);
            } else {
                known.restart();
            }
            known.offer();
        } else if (message instanceof Message.Answer answer && sessions.containsKey(answer.session())) {
            sessions.get(answer.session()).answer(answer.sdp());
        } else if (message instanceof Message.Candidate candidate && sessions.containsKey(candidate.session())) {
            sessions.get(candidate.session()).candidate(candidate);
        } else if (message instanceof Message.Leave leave && leave.session() != null) {
            ReceivedSession over = sessions.remove(leave.session());
            if (over != null) {
                over.close();
            }
        }
    }

    private void signal(Message message) {
        say(new ReceiverReport.Signal(messages.encode(message)));
    }

    private synchronized void say(ReceiverReport report) {
        out.println(reports.encode(report));
        out.flush();
    }
}
