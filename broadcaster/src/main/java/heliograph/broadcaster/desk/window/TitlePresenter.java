package heliograph.broadcaster.desk.window;

import heliograph.signaling.room.Announcement;
import java.util.function.Consumer;

/** What viewers are told of the broadcast. Knows no Swing; lives on the window's thread. */
final class TitlePresenter {
    private final Consumer<Announcement> wish;
    private Announcement announced;

    TitlePresenter(Announcement first, Consumer<Announcement> wish) {
        this.announced = first;
        this.wish = wish;
    }

    Announcement announced() {
        return announced;
    }

    /** False: that is no title, and the one before stays. */
    boolean title(String text) {
        if (!Announcement.isTitle(text)) {
            return false;
        }
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
