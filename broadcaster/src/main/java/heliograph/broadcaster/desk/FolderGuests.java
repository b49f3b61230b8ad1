package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.GuestsException;
import heliograph.broadcaster.desk.station.GuestsException.Reason;
import heliograph.signaling.auth.AccountBook;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Invitation;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.Names;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.WatchLink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guests of a data folder, by the same books and rules as the commands {@code accounts} and {@code invitations}: the server
 * notices a change by itself. Any thread; each call waits for the disk.
 */
public final class FolderGuests implements Guests {
    private final Path data;
    private final @Nullable String only;
    private final SecureRandom random;
    private final InstantSource clock;
    private @Nullable PrivateFolder folder;

    /** {@code only}: the one account of this run; null: the stored ones. */
    public FolderGuests(Path data, @Nullable String only, SecureRandom random, InstantSource clock) {
        this.data = data;
        this.only = only;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public List<Invited> invitations() throws GuestsException {
        List<Invited> all = new ArrayList<>();
        for (Invitation invitation : reading(() -> invitationBook().list())) {
            all.add(known(invitation));
        }
        Collections.reverse(all);
        return List.copyOf(all);
    }

    @Override
    public Created invite(String name, int uses, Duration validFor) throws GuestsException {
        checkName(name);
        if (!InvitationBook.isUses(uses)) {
            throw new GuestsException(Reason.USES, InvitationBook.MOST_USES);
        }
        if (!InvitationBook.isTime(validFor)) {
            throw new GuestsException(Reason.TIME, InvitationBook.LONGEST.toDays());
        }
        InvitationBook.Created created = reading(() -> invitationBook().create(name, uses, validFor));
        return new Created(
                known(created.invitation()),
                page -> WatchLink.invitation(URI.create(page), created.secret()).toString());
    }

    @Override
    public void revoke(String id) throws GuestsException {
        if (reading(() -> invitationBook().revoke(id)).isEmpty()) {
            throw new GuestsException(Reason.NO_INVITATION);
        }
    }

    @Override
    public List<String> accounts() throws GuestsException {
        return reading(() -> accountBook().names());
    }

    @Override
    public Optional<String> onlyAccount() {
        return Optional.ofNullable(only);
    }

    @Override
    public void add(String name, char[] password) throws GuestsException {
        checkName(name);
        // Before it is hashed in vain; whoever adds it meanwhile is noticed all the same.
        if (accounts().contains(name) || !reading(() -> accountBook().add(credentials(name, password)))) {
            throw new GuestsException(Reason.ACCOUNT_THERE, name);
        }
    }

    @Override
    public void password(String name, char[] password) throws GuestsException {
        if (!accounts().contains(name) || !reading(() -> accountBook().password(credentials(name, password)))) {
            throw new GuestsException(Reason.NO_ACCOUNT, name);
        }
    }

    @Override
    public void remove(String name) throws GuestsException {
        if (!reading(() -> accountBook().remove(name))) {
            throw new GuestsException(Reason.NO_ACCOUNT, name);
        }
    }

    private Invited known(Invitation invitation) {
        return new Invited(
                invitation.id(),
                invitation.name(),
                invitation.used(),
                invitation.uses(),
                invitation.expiresAt(),
                switch (invitation.state(clock.instant())) {
                    case OPEN -> Invited.State.OPEN;
                    case USED -> Invited.State.USED;
                    case EXPIRED -> Invited.State.EXPIRED;
                    case REVOKED -> Invited.State.REVOKED;
                });
    }

    private static void checkName(String name) throws GuestsException {
        if (!Names.isName(name)) {
            throw new GuestsException(Reason.NAME, Credentials.LONGEST_USERNAME);
        }
    }

    /** The books take no other form of a password than a string, which cannot be wiped: it lives no longer than the call. */
    private static Credentials credentials(String name, char[] password) throws GuestsException {
        if (password.length == 0) {
            throw new GuestsException(Reason.NO_PASSWORD);
        }
        String text = new String(password);
        if (!AccountBook.isPassword(text)) {
            throw new GuestsException(Reason.PASSWORD, AccountBook.SHORTEST_PASSWORD, Credentials.LONGEST_PASSWORD);
        }
        return new Credentials(name, text);
    }

    private InvitationBook invitationBook() throws IOException {
        return new InvitationBook(folder(), random, clock);
    }

    private AccountBook accountBook() throws IOException {
        return new AccountBook(folder(), random);
    }

    /** Opened once: that writes, and lists are looked at every other second. */
    private synchronized PrivateFolder folder() throws IOException {
        PrivateFolder open = folder;
        if (open == null) {
            open = PrivateFolder.open(data);
            folder = open;
        }
        return open;
    }

    private interface Reading<T> {
        T read() throws IOException, GuestsException;
    }

    private static <T> T reading(Reading<T> reading) throws GuestsException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new GuestsException(Reason.FOLDER, DataFolder.reason(e));
        }
    }
}
