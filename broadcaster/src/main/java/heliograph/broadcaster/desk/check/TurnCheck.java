package heliograph.broadcaster.desk.check;

import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Whether a TURN server is there and takes the credentials: an allocation is asked for and given back. */
record TurnCheck(IceUrl url, String username, String password) implements Check {
    @Override
    public Sentence title() {
        return Sentence.of("check.turn", IcePlace.name(url));
    }

    @Override
    public Finding look() {
        if (url.secure() && !url.tcp()) {
            return Finding.warning("check.dtls");
        }
        try (StunWire wire = IcePlace.open(url)) {
            TurnTalk.Outcome outcome = new TurnTalk(wire, username, password).allocate();
            if (outcome instanceof TurnTalk.Outcome.Granted granted) {
                return granted(granted.relayed());
            }
            if (outcome instanceof TurnTalk.Outcome.Denied) {
                return Finding.failed("check.turn.denied");
            }
            return outcome instanceof TurnTalk.Outcome.Refused refused
                    ? Finding.failed("check.turn.refused", String.valueOf(refused.code()))
                    : Finding.failed("check.turn.strange");
        } catch (UnknownHostException e) {
            return Finding.failed("check.name", url.host());
        } catch (SSLException e) {
            return Finding.failed("check.tls", url.host());
        } catch (IOException e) {
            return late();
        }
    }

    /** What is behind a router itself and does not know of it gives out an address that nobody reaches. */
    private Finding granted(InetSocketAddress relayed) throws UnknownHostException {
        boolean hidden = Reach.isPrivate(relayed.getAddress())
                && !Reach.isPrivate(IcePlace.find(url).getAddress());
        String place = IcePlace.figures(relayed);
        return hidden ? Finding.warning("check.turn.hidden", place) : Finding.fine("check.turn.fine", place);
    }

    @Override
    public Finding late() {
        return Finding.failed("check.turn.silent", IcePlace.port(url));
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "TurnCheck[" + url + "]";
    }
}
