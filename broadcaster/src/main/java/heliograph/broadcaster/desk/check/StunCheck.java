package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Whether a STUN server answers (RFC 8489, section 2), and what address it tells. */
record StunCheck(IceUrl url) implements Check {
    @Override
    public Sentence title() {
        return Sentence.of("check.stun", IcePlace.name(url));
    }

    @Override
    public Finding look() {
        if (url.secure() && !url.tcp()) {
            return Finding.warning("check.dtls");
        }
        try (StunWire wire = IcePlace.open(url)) {
            StunMessage answer = wire.ask(StunMessage.BINDING_REQUEST, it -> it);
            return answer.xorMappedAddress()
                    .map(seen -> Finding.fine("check.stun.fine", IcePlace.figures(seen)))
                    .orElseGet(() -> Finding.failed("check.stun.strange"));
        } catch (UnknownHostException e) {
            return Finding.failed("check.name", url.host());
        } catch (SSLException e) {
            return Finding.failed("check.tls", url.host());
        } catch (IOException e) {
            return late();
        }
    }

    @Override
    public Finding late() {
        return Finding.failed("check.stun.silent", IcePlace.port(url));
    }
}
