package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import java.time.Instant;
import java.util.List;

/** Whether a member may stay, and what it needs for that, as time goes by. On the room's thread. */
record Review(Admission admission, IceServerSource iceServers) {

    /** Gives what it needs, or says why it may not stay. */
    void of(Seat seat, Instant now) throws Refusal {
        Pass pass = seat.pass;
        if (pass == null) {
            if (!now.isBefore(seat.joinBy)) {
                throw new Refusal(ErrorCode.JOIN_TIMEOUT, "No join in time.");
            }
            return;
        }
        ofToken(seat, pass, now);
        if (seat.iceRenewal != null && !now.isBefore(seat.iceRenewal)) {
            seat.member.send(new Message.IceServers(iceServersOf(seat, now)));
        }
    }

    private void ofToken(Seat seat, Pass pass, Instant now) throws Refusal {
        if (!now.isBefore(pass.expiresAt())) {
            throw new Refusal(ErrorCode.TOKEN_EXPIRED, "The token has run out; sign in again.");
        }
        admission.recheck(pass);
        admission.renew(pass).ifPresent(token -> {
            seat.pass = pass.until(token.expiresAt());
            seat.member.send(token);
        });
    }

    /** Half of their time is left when they are sent again: who has just restarted ICE must not be late. */
    List<IceServer> iceServersOf(Seat seat, Instant now) {
        seat.iceRenewal = iceServers
                .lifetime()
                .map(lifetime -> now.plus(lifetime.dividedBy(2)))
                .orElse(null);
        return iceServers.of(seat.id, now);
    }
}
