package heliograph.whepcheck;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the fake server makes of an offer that is one. Holds nothing but its fault; any thread. */
final class FakeOffers {
    private final @Nullable Fault fault;

    FakeOffers(@Nullable Fault fault) {
        this.fault = fault;
    }

    /** The status that it is refused with. */
    Optional<Integer> refusal(Headers headers, String offer) {
        String accept = headers.getFirst("Accept");
        if (accept != null && !accept.contains(Server.SDP) && fault != Fault.ACCEPT_IS_IGNORED) {
            return Optional.of(fault == Fault.ACCEPT_BREAKS_IT ? 500 : 406);
        }
        if (accept != null && accept.contains(",") && fault == Fault.ACCEPT_IS_NO_LIST) {
            return Optional.of(406);
        }
        boolean refused = sends(offer)
                ? fault != answered(offer) && fault != answeredInactive(offer)
                : (offer.contains("a=sendrecv") && fault == Fault.SENDRECV_IS_REFUSED)
                        || (offer.contains("a=bundle-only") && fault == Fault.BUNDLE_ONLY_IS_REFUSED)
                        || (offer.contains("a=setup:active") && fault == Fault.ACTIVE_IS_REFUSED);
        return refused ? Optional.of(422) : Optional.empty();
    }

    /** The answer. */
    String answer(String offer) {
        String answer = FakeSdp.answer(fault);
        if (fault == Fault.SENDRECV_ANSWERED_ALIKE && offer.contains("a=sendrecv")) {
            return answer.replace("a=sendonly", "a=sendrecv");
        }
        if (sends(offer) && fault == answeredInactive(offer)) {
            return answer.replace("a=sendonly", "a=inactive");
        }
        if (fault == Fault.BUNDLE_ONLY_IS_LEFT_OUT && offer.contains("a=bundle-only")) {
            return answer.replace("m=video 9 ", "m=video 0 ");
        }
        if (fault == Fault.ACTIVE_IS_ANSWERED_ALIKE && offer.contains("a=setup:active")) {
            return answer.replace("a=setup:passive", "a=setup:active");
        }
        return answer;
    }

    /** What no player may offer. */
    private static boolean sends(String offer) {
        return offer.contains("a=sendonly") || offer.contains("a=inactive");
    }

    private static Fault answered(String offer) {
        return offer.contains("a=inactive") ? Fault.INACTIVE_IS_ANSWERED : Fault.SENDONLY_IS_ANSWERED;
    }

    private static Fault answeredInactive(String offer) {
        return offer.contains("a=inactive") ? Fault.INACTIVE_IS_ANSWERED_INACTIVE : Fault.SENDONLY_IS_ANSWERED_INACTIVE;
    }
}
