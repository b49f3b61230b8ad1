package heliograph.broadcaster.desk.window;

import java.util.List;
import java.util.Optional;

/**
 * What is shown of the accounts. Immutable; any thread.
 *
 * @param note what is to be known of them in this run; empty: nothing
 * @param form what is being filled in
 * @param mistake why the last wish was not done; empty: it was
 * @param done what became of the last wish; empty: nothing was wished
 * @param busy whether one is being added or changed
 */
record AccountsModel(List<String> names, String note, Optional<Form> form, String mistake, String done, boolean busy) {
    AccountsModel {
        names = List.copyOf(names);
    }

    /**
     * A form for a password.
     *
     * @param name whose it is to be; empty: a new account's, whose name is typed too
     */
    record Form(String title, Optional<String> name) {}
}
