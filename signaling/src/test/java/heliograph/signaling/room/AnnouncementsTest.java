package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest {
    private final RoomFixture f = new RoomFixture();

    @Test
    void whereNothingIsAnnouncedNothingIsSaid() {
        FakeMember viewer = f.viewer();
        later();
        assertThat(viewer.told()).noneMatch(Message.About.class::isInstance);
    }

    @Test
    void whoIsThereAndWhoComesIsToldTheTitle() {
        FakeMember first = f.viewer();
        first.told();
        f.room.announce(new Announcement("  Evening class ", false));
        later();
        assertThat(first.told()).containsExactly(new Message.About("Evening class", null));
        FakeMember second = f.viewer();
        assertThat(second.told(Message.About.class)).isEqualTo(new Message.About("Evening class", null));
        later();
        assertThat(first.told()).isEmpty();
    }

    @Test
    void theNumberIsToldOnceASecondAtMostAndOnlyWhereItIsWished() {
        f.room.announce(new Announcement("", true));
        FakeMember first = f.viewer();
        first.told();
        later();
        assertThat(first.told()).containsExactly(new Message.About(null, 1));
        for (int i = 0; i < 9; i++) {
            f.viewer();
            f.clock.advance(Duration.ofMillis(100));
            f.room.tick();
        }
        assertThat(first.told()).isEmpty();
        later();
        assertThat(first.told()).containsExactly(new Message.About(null, 10));
        f.room.announce(new Announcement("Alone", false));
        later();
        assertThat(first.told()).containsExactly(new Message.About("Alone", null));
    }

    @Test
    void whoComesCountsItselfAndHearsWhatIsSaidByNow() {
        f.room.announce(new Announcement("Old", true));
        later();
        assertThat(f.viewer().told(Message.About.class)).isEqualTo(new Message.About("Old", 1));
        f.room.announce(new Announcement("New", false));
        assertThat(f.viewer().told(Message.About.class)).isEqualTo(new Message.About("New", null));
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        FakeMember viewer = f.viewer();
        f.room.announce(new Announcement("One", false));
        later();
        viewer.told();
        f.clock.advance(Duration.ofHours(-1));
        f.room.announce(new Announcement("Two", false));
        f.room.tick();
        assertThat(viewer.told(Message.About.class).title()).isEqualTo("Two");
    }

    @Test
    void whoLeavesIsNotCounted() {
        f.room.announce(new Announcement("", true));
        FakeMember first = f.viewer();
        FakeMember second = f.viewer();
        later();
        first.told();
        f.room.left(second);
        later();
        assertThat(first.told()).containsExactly(new Message.About(null, 1));
    }

    @Test
    void nobodySaysItInTheRoom() {
        for (FakeMember member : new FakeMember[] {f.viewer(), f.onAir()}) {
            f.say(member, new Message.About("mine", 1000));
            assertThat(member.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "a\u0007bell",
                "\u202eesrever",
                "\u2066isolated\u2069",
                "\u2066\u2069",
                "two\u2028lines",
                "\ud800",
                "nul\u0000"
            })
    void whatCouldDisturbThePageIsNoTitle(String text) {
        assertThat(Announcement.isTitle(text)).isFalse();
        assertThatThrownBy(() -> new Announcement(text, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "晚课",
                "Gottesdienst – 9 Uhr",
                "שיעור",
                "🎥 live",
                "an emoji of tomorrow \ud83e\udfff",
                "<b>bold</b> & co"
            })
    void whatPeopleWriteIsATitle(String text) {
        assertThat(Announcement.isTitle(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   ",
                "\u200b",
                "\u200b \u2060\ufeff",
                "\u00a0\u3000",
                "\u200e\u200f",
                "\u00ad\u034f",
                "\u3164\u115f",
                "\u2800",
                "\ufe0f\u200d",
                "\udb40\udc41"
            })
    void whereThereIsNothingToSeeNothingIsSaid(String text) {
        assertThat(Announcement.isTitle(text)).isTrue();
        assertThat(new Announcement(text, false)).isEqualTo(Announcement.NONE);
    }

    @Test
    void whatIsInvisibleBetweenOthersStays() {
        String family = "\ud83d\udc69\u200d\ud83d\udc67";
        assertThat(new Announcement(" " + family + " ", false).title()).isEqualTo(family);
    }

    @Test
    void eightyCharactersAreATitleWhateverTheyTake() {
        assertThat(Announcement.isTitle("🎥".repeat(Announcement.LONGEST))).isTrue();
        assertThat(Announcement.isTitle("x".repeat(Announcement.LONGEST + 1))).isFalse();
    }

    private void later() {
        f.clock.advance(Announcements.PAUSE);
        f.room.tick();
    }
}
