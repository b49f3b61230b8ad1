package heliograph.signaling.auth;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Pass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who came in, who did not, and who was put out: a line each, all from the logger {@code heliograph.audit}, with the address and
 * the account. Any thread.
 *
 * <p>Attempts that were not looked at, or that cost nothing, have a line a minute for each IPv4 address, or IPv6 site: a
 * network of it is made up in no time.
 *
 * <p>A name that was typed is told only where there is an account of that name: people type their password into the wrong field.
 */
public final class Audit {
    private static final Logger log = LoggerFactory.getLogger("heliograph.audit");

    /** A host name has at most 253 characters (RFC 1035, section 2.3.4). */
    private static final int LONGEST_ORIGIN = 300;

    private final Accounts accounts;
    /** What was not even looked at costs its sender nothing: it must not fill the disk. */
    private final OncePerMinute patience = new OncePerMinute();

    public Audit(Accounts accounts) {
        this.accounts = accounts;
    }

    void signedIn(String address, String account) {
        log.info("audit: {}: account {} signed in", address, printable(account));
    }

    void refused(String address, String typed) {
        log.info("audit: {}: sign-in refused, {}", address, who(typed));
    }

    void limited(Visitor visitor, String typed, Duration wait) {
        if (!patience.isTime(visitor.site())) {
            return;
        }
        log.info(
                "audit: {}: sign-in not looked at, {}, {} s to wait",
                visitor.address(),
                who(typed),
                wait.toSeconds() + 1);
    }

    /** {@code again}: the same attempt once more, whose answer was lost. */
    void invitationUsed(String address, Invitation invitation, boolean again) {
        log.info("audit: {}: came in by {}{}", address, named(invitation), again ? " once more, as the same" : "");
    }

    void invitationRefused(Visitor visitor, Invitation invitation, Invitation.State state) {
        // It costs whoever has an old link nothing, as often as he likes.
        if (patience.isTime(visitor.site() + " " + invitation.id() + state)) {
            log.info("audit: {}: {} refused, it is {}", visitor.address(), named(invitation), state);
        }
    }

    /** The same attempt once more, after the broadcaster removed whoever had come in by it. */
    void invitationOfRemoved(Visitor visitor, Invitation invitation) {
        if (patience.isTime(visitor.site() + " " + invitation.id() + " removed")) {
            log.info("audit: {}: {} refused, to whoever was removed", visitor.address(), named(invitation));
        }
    }

    void invitationUnknown(String address) {
        log.info("audit: {}: invitation refused, there is none like that", address);
    }

    void invitationsLimited(Visitor visitor, Duration wait) {
        if (!patience.isTime(visitor.site())) {
            return;
        }
        log.info("audit: {}: invitation not looked at, {} s to wait", visitor.address(), wait.toSeconds() + 1);
    }

    /** Made or revoked, by whoever may write to the data folder. */
    void invitationChanged(String what) {
        log.info("audit: data folder: invitation {}", printable(what));
    }

    void accountChanged(String account, String what) {
        log.info("audit: data folder: account {} {}", printable(account), what);
    }

    /** Made or revoked, by whoever may write to the data folder. */
    void credentialChanged(String what) {
        log.info("audit: data folder: broadcaster's credential {}", printable(what));
    }

    /** A token that is not good (any more), which says nothing of who brings it, or no place. */
    void turnedAway(@Nullable Pass pass, String address, String site, ErrorCode code) {
        String who = pass == null ? "" : bearer(pass) + " ";
        if (patience.isTime(site + " " + who + code)) {
            log.info("audit: {}: {}turned away, {}", address, who, code);
        }
    }

    /** An attempt to sign in or to use an invitation that had to make room for others. */
    void crowdedOut(Visitor visitor, String what) {
        if (patience.isTime(visitor.site() + " crowded " + what)) {
            log.info("audit: {}: {} not looked at, too many others wait", visitor.address(), what);
        }
    }

    /** A page of another site tried to open a WebSocket, in the browser of whoever is at that address. */
    public void foreignOrigin(Visitor visitor, String origin) {
        if (patience.isTime(visitor.site() + " origin")) {
            String shown = origin.length() > LONGEST_ORIGIN ? origin.substring(0, LONGEST_ORIGIN) + "..." : origin;
            log.info("audit: {}: WebSocket refused to a page of {}", visitor.address(), printable(shown));
        }
    }

    void broadcasterJoined(String address, Pass pass) {
        String by = pass.grant() instanceof Grant.Credential credential ? " by credential " + credential.id() : "";
        log.info("audit: {}: broadcaster {} joined{}", address, printable(pass.name()), by);
    }

    /** {@code kept}: also after a restart. */
    void removed(String address, Pass pass, boolean kept) {
        log.info("audit: {}: {} removed by the broadcaster{}", address, bearer(pass), kept ? "" : ", until a restart");
    }

    private static String bearer(Pass pass) {
        if (pass.grant() instanceof Grant.Invitation invitation) {
            return printable("whoever came in by invitation " + invitation.id() + " (" + pass.name() + ")");
        }
        return (pass.role() == Role.BROADCASTER ? "broadcaster " : "account ") + printable(pass.name());
    }

    private String who(String typed) {
        return accounts.has(typed) ? "account " + printable(typed) : "no such account";
    }

    private static String named(Invitation invitation) {
        return printable("invitation " + invitation.id() + " (" + invitation.name() + ")");
    }

    /** A name must not be able to look like another line. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
