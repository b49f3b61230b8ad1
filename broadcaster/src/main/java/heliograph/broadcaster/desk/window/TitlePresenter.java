package heliograph.broadcaster.desk.window;

import heliograph.signaling.room.Announcement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What viewers are told of the broadcast. Knows no Swing; lives on the window's thread. */
final class TitlePresenter {
    private final Consumer<Announcement> wish;
    private Announcement announced;
    private @Nullable String refused;

    TitlePresenter(Announcement first, Consumer<Announcement> wish) {
        this.announced = first;
        this.wish = wish;
    }

    Announcement announced() {
        return announced;
    }

    /** What stands in the field: the title, or what was written and is none. */
    String written() {
        return refused == null ? announced.title() : refused;
    }

    /** Whether what is written is no title. */
    boolean isMistaken() {
        return refused != null;
    }

    /** False: that is no title, and the one before stays. */
    boolean title(String text) {
        if (!Announcement.isTitle(text)) {
            refused = text;
            return false;
        }
        refused = null;
        announce(new Announcement(text, announced.tellsViewers()));
        return true;
    }

    /** Whether viewers may know how many they are. */
    void tellViewers(boolean tells) {
        announce(new Announcement(announced.title(), tells));
    }

    private void announce(Announcement now) {
        if (!now.equals(announced)) {
            announced = now;
            wish.accept(now);
        }
    }
}
