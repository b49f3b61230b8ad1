package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.StudioEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long START = 42;
    private static final long SECOND = 1_000_000_000L;
    private final Meter meter = new Meter();

    @BeforeEach
    void begin() {
        meter.reset(START);
    }

    @Test
    void itRisesAtOnceAndFallsSlowly() {
        meter.level(new StudioEvent.Level(-200, -100), START);
        meter.level(new StudioEvent.Level(-900, -900), START + SECOND / 10);

        assertThat(meter.at(START).level()).isEqualTo(-20);
        assertThat(meter.at(START + SECOND).level()).isBetween(-50.0, -40.0);
        assertThat(meter.at(START + 10 * SECOND).level()).isEqualTo(Meter.LOWEST);
    }

    @Test
    void theMarkStaysAtThePeakForAWhileAndFallsThen() {
        meter.level(new StudioEvent.Level(-200, -100), START);
        meter.level(new StudioEvent.Level(-400, -300), START + SECOND);

        assertThat(meter.at(START + Meter.MARK_NANOS).mark()).isEqualTo(-10);
        assertThat(meter.at(START + Meter.MARK_NANOS + SECOND).mark()).isBetween(-40.0, -30.0);
    }

    @Test
    void aHigherPeakMovesTheMarkAtOnce() {
        meter.level(new StudioEvent.Level(-200, -100), START);
        meter.level(new StudioEvent.Level(-200, -50), START + SECOND);

        assertThat(meter.at(START + SECOND).mark()).isEqualTo(-5);
    }

    @Test
    void fiveSecondsOfSilenceAreSilence() {
        meter.level(new StudioEvent.Level(-500, -400), START);
        meter.level(new StudioEvent.Level(StudioEvent.Level.FLOOR, StudioEvent.Level.FLOOR), START + SECOND);
        meter.level(new StudioEvent.Level(-933, -903), START + 2 * SECOND);

        assertThat(meter.at(START + Meter.SILENT_NANOS - 1).silent()).isFalse();
        assertThat(meter.at(START + Meter.SILENT_NANOS).silent()).isTrue();
    }

    @Test
    void aMicrophoneOfWhichNothingIsHeardIsSilentToo() {
        assertThat(meter.at(START + Meter.SILENT_NANOS).silent()).isTrue();
    }

    @Test
    void theNoiseOfAQuietRoomIsASound() {
        meter.level(new StudioEvent.Level(-780, -690), START + 4 * SECOND);

        assertThat(meter.at(START + 8 * SECOND).silent()).isFalse();
    }

    @Test
    void whatIsHeardAgainEndsTheSilence() {
        assertThat(meter.at(START + 6 * SECOND).silent()).isTrue();
        meter.level(new StudioEvent.Level(-500, -400), START + 7 * SECOND);

        assertThat(meter.at(START + 7 * SECOND).silent()).isFalse();
    }
}
