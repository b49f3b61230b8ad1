package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists accounts, adds and removes them and gives them passwords; knows no Swing. Lives on the window's thread. */
final class AccountsPresenter {
    private final Guests guests;
    private final Errands errands;
    private final Words words;
    private final Looks<List<String>> looks;

    private AccountsModel model;
    private Consumer<AccountsModel> view = shown -> {};

    AccountsPresenter(Guests guests, Errands errands) {
        this.guests = guests;
        this.errands = errands;
        words = errands.words();
        looks = new Looks<>(errands, guests::accounts, this::list, this::complain);
        model = new AccountsModel(List.of(), note(), Optional.empty(), "", "", false);
    }

    /** Where to show it from now on; sentences that were said stay as they are. */
    void view(Consumer<AccountsModel> shown) {
        view = shown;
        model = new AccountsModel(model.names(), note(), model.form(), model.mistake(), model.done(), model.busy());
        shown.accept(model);
    }

    private String note() {
        return guests.onlyAccount()
                .map(name -> words.say("accounts.only", name))
                .orElse("");
    }

    /** Looks at what there is; commands change it too. */
    void look() {
        looks.again();
    }

    /** A form for a new one. */
    void add() {
        open(new AccountsModel.Form(words.say("accounts.form.add"), Optional.empty()));
    }

    /** A form for another password. */
    void change(String name) {
        open(new AccountsModel.Form(words.say("accounts.form.password", name), Optional.of(name)));
    }

    void cancel() {
        if (!model.busy()) {
            show(Optional.empty(), "", "", false);
        }
    }

    /** Does what the form is for. Takes the passwords, and wipes them. */
    void save(String typed, char[] password, char[] again) {
        Optional<AccountsModel.Form> form = model.form();
        if (form.isEmpty() || model.busy()) {
            wipe(password, again);
            return;
        }
        if (!Arrays.equals(password, again)) {
            wipe(password, again);
            refused(words.say("accounts.not-twice"));
            return;
        }
        show(form, "", "", true);
        Optional<String> known = form.get().name();
        String name = known.orElse(typed.strip());
        errands.send(
                () -> {
                    try {
                        if (known.isPresent()) {
                            guests.password(name, password);
                        } else {
                            guests.add(name, password);
                        }
                    } finally {
                        wipe(password, again);
                    }
                },
                () -> done(words.say(known.isPresent() ? "accounts.done.password" : "accounts.done.add", name)),
                this::refused);
    }

    void remove(String name) {
        if (model.busy()) {
            return;
        }
        show(model.form(), "", "", true);
        errands.send(() -> guests.remove(name), () -> done(words.say("accounts.done.remove", name)), this::refused);
    }

    private void open(AccountsModel.Form form) {
        if (!model.busy()) {
            show(Optional.of(form), "", "", false);
        }
    }

    private void done(String sentence) {
        show(Optional.empty(), "", sentence, false);
        looks.now();
    }

    /** Of something else than the form. */
    private void complain(String sentence) {
        show(model.form(), sentence, "", model.busy());
    }

    private void refused(String sentence) {
        show(model.form(), sentence, "", false);
    }

    private void list(List<String> names) {
        show(new AccountsModel(
                names, model.note(), model.form(), looks.without(model.mistake()), model.done(), model.busy()));
    }

    private void show(Optional<AccountsModel.Form> form, String mistake, String done, boolean busy) {
        show(new AccountsModel(model.names(), model.note(), form, mistake, done, busy));
    }

    private void show(AccountsModel now) {
        if (!now.equals(model)) {
            model = now;
            view.accept(now);
        }
    }

    private static void wipe(char[]... passwords) {
        for (char[] password : passwords) {
            Arrays.fill(password, '\0');
        }
    }
}
