package heliograph.relay.port;

import heliograph.relay.dtls.DtlsAssociation;
import heliograph.relay.dtls.Fingerprint;
import heliograph.relay.dtls.Handshakes;
import heliograph.relay.dtls.SrtpKeys;
import heliograph.relay.ice.IceCredentials;
import heliograph.relay.leg.LocalTransport;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import heliograph.relay.srtp.SrtpReceiver;
import heliograph.relay.srtp.SrtpSender;
import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The other side of a leg as a browser is it: the full, controlling ICE agent, DTLS and SRTP. A thread of its own receives and checks. */
final class Remote implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20;
    private static final long BETWEEN_CHECKS = 50_000_000;

    final CountDownLatch connected = new CountDownLatch(1);
    final CountDownLatch goodbye = new CountDownLatch(1);
    final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();
    final BlockingQueue<StunMessage> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<StunMessage> indications = new LinkedBlockingQueue<>();

    private final Handshakes handshakes;
    private final boolean server;
    private final SecureRandom random = new SecureRandom();
    private final DtlsAssociation dtls = new DtlsAssociation(this::send);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "remote");
    volatile IceCredentials credentials = IceCredentials.create(random);
    volatile boolean checking = true;
    volatile boolean controlled;
    /** Whether checks are answered. */
    volatile boolean answering = true;
    /** What it has been asked, whether or not it answered. */
    final BlockingQueue<StunMessage> asked = new LinkedBlockingQueue<>();
    /** How many datagrams of DTLS came. */
    final AtomicInteger handshakePackets = new AtomicInteger();

    private volatile boolean open = true;
    private volatile DatagramSocket socket;
    private volatile @Nullable LocalTransport leg;
    private volatile @Nullable InetSocketAddress to;
    private volatile @Nullable SrtpKeys keys;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private boolean handshaking;
    private long checked;

    Remote(Handshakes handshakes, boolean server, InetAddress address) throws IOException {
        this.handshakes = handshakes;
        this.server = server;
        socket = new DatagramSocket(0, address);
        thread.start();
    }

    RemoteTransport description() {
        return new RemoteTransport(
                credentials.ufrag(),
                credentials.pwd(),
                handshakes.fingerprint(),
                server ? Setup.PASSIVE : Setup.ACTPASS);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    SrtpKeys keys() {
        SrtpKeys current = keys;
        if (current == null) {
            throw new IllegalStateException("not connected");
        }
        return current;
    }

    /** Goes to the first candidate that has an address of its own kind. */
    void connect(LocalTransport local) {
        to = local.candidates().stream()
                .map(candidate -> candidate.split(" ", -1))
                .map(words -> new InetSocketAddress(words[4], Integer.parseInt(words[5])))
                .filter(address -> address.getAddress().getClass()
                        == socket.getLocalAddress().getClass())
                .findFirst()
                .orElseThrow();
        leg = local;
    }

    /** A router forgets who this was, and gives it another address. */
    void rebind() throws IOException {
        DatagramSocket before = socket;
        socket = new DatagramSocket(0, before.getLocalAddress());
        before.close();
    }

    void sendRtp(byte[] packet) {
        tasks.add(() -> protect(packet, false));
    }

    void sendRtcp(byte[] packet) {
        tasks.add(() -> protect(packet, true));
    }

    private void protect(byte[] packet, boolean control) {
        SrtpSender current = sender;
        if (current == null) {
            throw new IllegalStateException("not connected");
        }
        byte[] out = new byte[SrtpSender.room(packet.length)];
        try {
            int length = control
                    ? current.protectRtcp(packet, 0, packet.length, out)
                    : current.protectRtp(packet, 0, packet.length, out);
            send(Arrays.copyOf(out, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(byte[] packet) {
        InetSocketAddress target = to;
        if (target != null) {
            sendTo(packet, target);
        }
    }

    private void sendTo(byte[] packet, InetSocketAddress target) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, target));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A check with everything in it that a browser writes. */
    byte[] check(LocalTransport of) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        StunWriter check = new StunWriter(StunMessage.BINDING_REQUEST, id)
                .username(of.iceUfrag() + ":" + credentials.ufrag())
                .attribute(0xC057, new byte[4])
                .attribute(controlled ? StunMessage.ICE_CONTROLLED : StunMessage.ICE_CONTROLLING, new byte[8])
                .attribute(StunMessage.PRIORITY, new byte[] {0x6e, 0, 1, (byte) 0xff});
        if (!controlled) {
            check.attribute(StunMessage.USE_CANDIDATE, new byte[0]);
        }
        return check.integrity(of.icePwd().getBytes(StandardCharsets.UTF_8)).fingerprint();
    }

    private void run() {
        byte[] buffer = new byte[2048];
        while (open) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            LocalTransport target = leg;
            if (checking && target != null && System.nanoTime() - checked > BETWEEN_CHECKS) {
                checked = System.nanoTime();
                send(check(target));
            }
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                continue;
            } catch (IOException rebound) {
                continue;
            }
            handle(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }

    private void handle(byte[] packet) {
        int first = packet[0] & 0xFF;
        if (first < 4) {
            StunMessage message = StunMessage.read(packet, 0, packet.length).orElseThrow();
            if (message.type() == StunMessage.BINDING_REQUEST) {
                asked.add(message);
                if (answering) {
                    answer(message);
                }
                return;
            }
            (message.type() == StunMessage.BINDING_INDICATION ? indications : answers).add(message);
            if (message.type() == StunMessage.BINDING_SUCCESS) {
                handshake();
            }
        } else if (first < 64) {
            handshakePackets.incrementAndGet();
            dtls.put(packet);
            if (keys != null && !dtls.read()) {
                goodbye.countDown();
            }
        } else if (receiver != null) {
            byte[] out = new byte[2048];
            boolean control = (packet[1] & 0xFF) >= 192 && (packet[1] & 0xFF) <= 223;
            int length = control
                    ? receiver.unprotectRtcp(packet, 0, packet.length, out)
                    : receiver.unprotectRtp(packet, 0, packet.length, out);
            if (length >= 0) {
                (control ? rtcp : rtp).add(Arrays.copyOf(out, length));
            }
        }
    }

    /** As a full agent does (RFC 8445, section 7.3): its own password must have made the request. */
    private void answer(StunMessage request) {
        byte[] key = credentials.pwd().getBytes(StandardCharsets.UTF_8);
        InetSocketAddress from = to;
        if (from != null
                && request.hasIntegrity(key)
                && request.username().orElse("").startsWith(credentials.ufrag() + ":")) {
            send(success(request.transactionId(), key));
        }
    }

    byte[] success(byte[] transactionId, byte[] key) {
        return new StunWriter(StunMessage.BINDING_SUCCESS, transactionId)
                .xorMappedAddress(address())
                .integrity(key)
                .fingerprint();
    }

    private void handshake() {
        LocalTransport target = leg;
        if (handshaking || target == null) {
            return;
        }
        handshaking = true;
        handshakes.start(
                dtls,
                server,
                Fingerprint.read(target.fingerprint()).orElseThrow(),
                done -> tasks.add(() -> established(done)),
                failure -> {});
    }

    private void established(SrtpKeys done) {
        try {
            sender = new SrtpSender(done.profile(), done.send());
            receiver = new SrtpReceiver(done.profile(), done.receive());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        keys = done;
        connected.countDown();
    }

    /** Leaves with a goodbye. */
    void leave() {
        tasks.add(dtls::close);
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dtls.close();
        socket.close();
    }
}
