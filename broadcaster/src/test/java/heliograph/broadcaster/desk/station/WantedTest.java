package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final Source.Device A = new Source.Device("usb-1", "Cam");
    private static final Source.Device TWIN = new Source.Device("usb-2", "Cam");
    private static final Source.Device OTHER = new Source.Device("usb-3", "Other");

    private static Wanted wanted(@Nullable Source wish, Source.Device... there) {
        Wanted wanted = new Wanted(wish);
        wanted.devices(List.of(there));
        return wanted;
    }

    @Test
    void noWishIsTheFirstDevice() {
        assertThat(wanted(null, A, TWIN).source()).isEqualTo(A);
        assertThat(wanted(null).source()).isEqualTo(new Source.None());
    }

    @Test
    void aDeviceIsFoundByNameOrById() {
        assertThat(wanted(new Source.Device("", "Cam"), A, TWIN).source()).isEqualTo(A);
        assertThat(wanted(new Source.Device("", "usb-2"), A, TWIN).source()).isEqualTo(TWIN);
        assertThat(wanted(TWIN, A, TWIN).source()).isEqualTo(TWIN);
    }

    @Test
    void aDeviceThatIsNotThereStaysTheWish() {
        Source missing = new Source.Device("", "Missing");
        assertThat(wanted(missing, A).source()).isEqualTo(missing);
        assertThat(wanted(new Source.Test(), A).source()).isEqualTo(new Source.Test());
    }

    @Test
    void whatIsKeptStaysWhenAnotherComesFirst() {
        Wanted wanted = wanted(null, A);
        wanted.keep();
        wanted.devices(List.of(OTHER, A));
        assertThat(wanted.source()).isEqualTo(A);
    }

    @Test
    void whereThereWasNoneTheFirstThatComesIsTaken() {
        Wanted wanted = wanted(null);
        wanted.keep();
        assertThat(wanted.isChosen()).isFalse();
        wanted.devices(List.of(A));
        assertThat(wanted.source()).isEqualTo(A);
    }

    @Test
    void aDeviceThatIsPluggedInElsewhereIsKnownByItsName() {
        Wanted wanted = wanted(A, A, OTHER);
        wanted.devices(List.of(OTHER));
        assertThat(wanted.source()).isEqualTo(A);
        wanted.devices(List.of(OTHER, TWIN));
        assertThat(wanted.source()).isEqualTo(TWIN);
    }

    @Test
    void aTwinThatWasThereAllTheTimeIsNotTakenForIt() {
        Wanted wanted = wanted(A, A, TWIN);
        wanted.devices(List.of(TWIN));
        assertThat(wanted.source()).isEqualTo(A);
        wanted.devices(List.of(TWIN, A));
        assertThat(wanted.source()).isEqualTo(A);
    }

    @Test
    void whatWasChosenTheLastTimeIsTakenAgainWhenItIsThere() {
        Wanted wanted = wanted(null, OTHER);
        wanted.last(A);
        assertThat(wanted.source()).isEqualTo(OTHER);
        wanted.devices(List.of(OTHER, A));
        assertThat(wanted.source()).isEqualTo(A);
        wanted.choose(OTHER);
        assertThat(wanted.source()).isEqualTo(OTHER);
    }

    @Test
    void whatWasChosenTheLastTimeIsKnownByItsNameInAnotherSocket() {
        Wanted wanted = wanted(null, OTHER, TWIN);
        wanted.last(A);
        assertThat(wanted.source()).isEqualTo(TWIN);
    }

    @Test
    void whoChoseNoDeviceTheLastTimeHasNoneAgainAndAWishGoesBeforeIt() {
        Wanted wanted = wanted(null, A);
        wanted.last(new Source.None());
        assertThat(wanted.source()).isEqualTo(new Source.None());
        Wanted told = wanted(A, A);
        told.last(new Source.None());
        assertThat(told.source()).isEqualTo(A);
    }

    @Test
    void whatWasChosenTheLastTimeAndComesAfterTheStartIsTakenThen() {
        Wanted wanted = wanted(null);
        wanted.last(A);
        wanted.keep();
        assertThat(wanted.source()).isEqualTo(new Source.None());
        wanted.devices(List.of(A));
        assertThat(wanted.source()).isEqualTo(A);
    }

    @Test
    void anotherDeviceInItsSocketIsNotWhatWasChosenTheLastTime() {
        Source.Device moved = new Source.Device("usb-9", "Desk");
        Wanted wanted = wanted(null, OTHER, moved);
        wanted.last(new Source.Device(OTHER.id(), "Desk"));
        assertThat(wanted.source()).isEqualTo(moved);
    }
}
