package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.GuestsException;
import heliograph.broadcaster.desk.station.GuestsException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guests of which a test says what becomes; it takes nothing from a disk. Safe for use by many threads. */
final class FakeGuests implements Guests {
    static final Instant UNTIL = Instant.parse("2026-11-24T10:00:00Z");

    private final List<String> wishes = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>(List.of("viewer"));
    private final List<char[]> passwords = new ArrayList<>();
    private final List<Invited> invited = new ArrayList<>();
    private Optional<Reason> refusal = Optional.empty();

    /** The next wishes are refused. */
    synchronized void refuse(Reason reason) {
        refusal = Optional.of(reason);
    }

    /** What was wished so far. */
    synchronized List<String> wishes() {
        return List.copyOf(wishes);
    }

    /** The very arrays that passwords came in. */
    synchronized List<char[]> passwords() {
        return List.copyOf(passwords);
    }

    @Override
    public synchronized List<Invited> invitations() {
        return List.copyOf(invited);
    }

    @Override
    public synchronized Created invite(String name, int uses, Duration validFor) throws GuestsException {
        wish("invite " + name + " " + uses + " " + validFor);
        Invited made = new Invited("id" + invited.size(), name, 0, uses, UNTIL, Invited.State.OPEN);
        invited.add(0, made);
        return new Created(made, page -> page + "#invite=secret");
    }

    @Override
    public synchronized void revoke(String id) throws GuestsException {
        wish("revoke " + id);
        invited.replaceAll(it -> it.id().equals(id)
                ? new Invited(id, it.name(), it.used(), it.uses(), it.until(), Invited.State.REVOKED)
                : it);
    }

    @Override
    public synchronized List<String> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public Optional<String> onlyAccount() {
        return Optional.empty();
    }

    @Override
    public synchronized void add(String name, char[] password) throws GuestsException {
        passwords.add(password);
        wish("add " + name + " " + new String(password));
        accounts.add(name);
    }

    @Override
    public synchronized void password(String name, char[] password) throws GuestsException {
        passwords.add(password);
        wish("password " + name + " " + new String(password));
    }

    @Override
    public synchronized void remove(String name) throws GuestsException {
        wish("remove " + name);
        accounts.remove(name);
    }

    /** Whether nothing is left of any password that came. */
    synchronized boolean wiped() {
        return passwords.stream().allMatch(it -> new String(it).equals("\0".repeat(it.length)));
    }

    private void wish(String wish) throws GuestsException {
        wishes.add(wish);
        if (refusal.isPresent()) {
            throw new GuestsException(refusal.get(), 8, 256);
        }
    }
}
