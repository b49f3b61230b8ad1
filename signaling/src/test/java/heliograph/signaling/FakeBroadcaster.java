package heliograph.signaling;

import heliograph.signaling.protocol.Message;
import java.net.URI;
import java.net.http.HttpClient;

/** A broadcaster without media: says it is live, and answers. */
final class FakeBroadcaster implements AutoCloseable {
    static final String CANDIDATE = "candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host";
    static final String ANSWER =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=sendonly\r\n";

    final Client client;

    private FakeBroadcaster(Client client) {
        this.client = client;
    }

    /** Returns when the room knows it: its refusal of an answer that nobody asked for comes after that. */
    static FakeBroadcaster onAir(HttpClient http, URI room, String token) throws InterruptedException {
        Client client = new Client(http, room);
        client.join(token);
        client.say(new Message.Live(null, null));
        client.say(new Message.Answer("nobodys-session", ANSWER));
        client.hear(Message.Refused.class);
        return new FakeBroadcaster(client);
    }

    /** Answers the next offer, and one candidate and the end of them after it. */
    Message.Offer answer() throws InterruptedException {
        Message.Offer offer = client.hear(Message.Offer.class);
        client.say(new Message.Answer(offer.session(), ANSWER));
        client.say(new Message.Candidate(offer.session(), CANDIDATE, "0", 0));
        client.say(new Message.Candidate(offer.session(), "", null, null));
        return offer;
    }

    /** Answers the next offer under this name for ICE; its one candidate is the name's own. */
    Message.Offer answerAs(String ufrag) throws InterruptedException {
        Message.Offer offer = client.hear(Message.Offer.class);
        answer(offer.session(), ufrag);
        return offer;
    }

    /** Answers an offer that was heard already. */
    void answer(String session, String ufrag) {
        client.say(new Message.Answer(session, answer(ufrag)));
        client.say(new Message.Candidate(session, CANDIDATE + " ufrag " + ufrag, "0", 0));
        client.say(new Message.Candidate(session, "", null, null));
    }

    /** An answer under this name for ICE. */
    static String answer(String ufrag) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
                + "a=ice-ufrag:" + ufrag + "\r\na=ice-pwd:0123456789012345678901\r\na=ice-options:trickle\r\n"
                + "a=mid:0\r\na=sendonly\r\na=rtcp-mux\r\n";
    }

    @Override
    public void close() {
        client.close();
    }
}
