package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.Guests.Invited;
import heliograph.broadcaster.desk.text.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes invitations, lists them and takes them back; knows no Swing. Lives on the window's thread. */
final class InvitationsPresenter {
    /** The columns, in their order; each has its heading in the bundle. */
    static final List<String> COLUMNS = List.of("name", "used", "until", "state");
    /** In what a time is given, each with its word in the bundle. */
    static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);

    /** The same in every language. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    /** More is refused anyway, and does not fit into a number. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Guests guests;
    private final Errands errands;
    private final Words words;
    private final Looks<List<Invited>> looks;
    private final ZoneId zone;

    private List<Invited> known = List.of();
    private Optional<Guests.Created> created = Optional.empty();
    private InvitationsModel model = new InvitationsModel(List.of(), Optional.empty(), "", false);
    private Consumer<InvitationsModel> view = shown -> {};

    InvitationsPresenter(Guests guests, Errands errands, ZoneId zone) {
        this.guests = guests;
        this.errands = errands;
        words = errands.words();
        looks = new Looks<>(errands, guests::invitations, this::list, this::complain);
        this.zone = zone;
    }

    /** Where to show it from now on, in the language of now. */
    void view(Consumer<InvitationsModel> shown) {
        view = shown;
        model = said(model.mistake(), model.busy());
        shown.accept(model);
    }

    /** Looks at what there is; commands and viewers change it too. */
    void look() {
        looks.again();
    }

    /** Makes one; what was typed is judged by whoever makes it. */
    void invite(String name, String uses, String time, ChronoUnit unit) {
        if (model.busy()) {
            return;
        }
        created = Optional.empty();
        show(said("", true));
        Duration validFor = Duration.of(number(time), unit);
        errands.send(() -> guests.invite(name.strip(), number(uses), validFor), this::made, this::refused);
    }

    void revoke(String id) {
        errands.send(() -> guests.revoke(id), this::changed, this::complain);
    }

    /** The link of the new one is not needed any more, and nobody can show it again. */
    void noted() {
        created = Optional.empty();
        show(said("", model.busy()));
    }

    private void made(Guests.Created now) {
        created = Optional.of(now);
        show(said("", false));
        looks.now();
    }

    private void changed() {
        show(said("", model.busy()));
        looks.now();
    }

    /** Of something else than what is being made. */
    private void complain(String sentence) {
        show(said(sentence, model.busy()));
    }

    private void refused(String sentence) {
        show(said(sentence, false));
    }

    private void list(List<Invited> all) {
        known = all;
        show(said(looks.without(model.mistake()), model.busy()));
    }

    private InvitationsModel said(String mistake, boolean busy) {
        return new InvitationsModel(known.stream().map(this::line).toList(), created.map(this::fresh), mistake, busy);
    }

    private InvitationsModel.Made fresh(Guests.Created now) {
        Invited invited = now.invited();
        return new InvitationsModel.Made(
                words.say("invitations.made", invited.name(), invited.uses(), until(invited)), now.link());
    }

    private InvitationsModel.Line line(Invited invited) {
        return new InvitationsModel.Line(
                invited.id(),
                invited.name(),
                List.of(
                        invited.name(),
                        words.say("invitations.used.value", invited.used(), invited.uses()),
                        until(invited),
                        words.say("invitations.state." + invited.state().name().toLowerCase(Locale.ROOT))),
                invited.state() == Invited.State.OPEN || invited.state() == Invited.State.USED);
    }

    private String until(Invited invited) {
        return TIME.format(invited.until().atZone(zone));
    }

    /** Zero, which is refused, where it is none. */
    private static int number(String text) {
        String digits = text.strip();
        return NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    }

    private void show(InvitationsModel now) {
        if (!now.equals(model)) {
            model = now;
            view.accept(now);
        }
    }
}
