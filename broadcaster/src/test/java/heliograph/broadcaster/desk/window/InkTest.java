package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.StateLine.Tone;
import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("a program wears one theme at a time")
class InkTest {
    /** WCAG 2.2, 1.4.3: of text that is not large. */
    private static final double LEGIBLE = 4.5;

    @AfterEach
    void light() {
        wear(false);
    }

    private static void wear(boolean dark) {
        GuiActionRunner.execute(() -> {
            Look.install();
            Look.wear(dark);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenCanBeRead(boolean dark) {
        wear(dark);
        for (Ink sheet : List.of(Ink.PAGE, Ink.CARD)) {
            for (Ink ink : List.of(Ink.INK, Ink.SOFT, Ink.ACCENT, Ink.GOOD, Ink.WARNING, Ink.BAD)) {
                assertLegible(ink.now(), sheet.now(), ink + " on " + sheet);
            }
        }
        assertLegible(Ink.WARNING.now(), Ink.WARNING_SHEET.now(), "a warning");
        assertLegible(Ink.BAD.now(), Ink.BAD_SHEET.now(), "what is bad");
        assertLegible(Ink.INK.now(), Ink.NOTE_SHEET.now(), "a note");
        assertLegible(Ink.SOFT.now(), Ink.NOTE_SHEET.now(), "beside a note");
        for (Tone tone : Tone.values()) {
            assertLegible(Look.ink(tone).now(), Look.sheet(tone).now(), "the state, " + tone);
            Ink aside = tone == Tone.LIVE ? Ink.ON_FILLED : Ink.SOFT;
            assertLegible(aside.now(), Look.sheet(tone).now(), "beside the state, " + tone);
        }
        for (String filled : List.of(
                "start",
                "startHover",
                "startPressed",
                "stop",
                "stopHover",
                "stopPressed",
                "live",
                "withheld",
                "withheldPressed")) {
            assertLegible(Ink.ON_FILLED.now(), UIManager.getColor("Heliograph." + filled), filled);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soCanWhatFlatLafWrites(boolean dark) {
        wear(dark);
        for (String part :
                List.of("Label", "TextField", "TextArea", "ComboBox", "Button", "Table", "List", "ToolTip")) {
            assertLegible(part + ".foreground", part + ".background");
        }
        assertLegible("Table.selectionForeground", "Table.selectionBackground");
        assertLegible("Table.selectionInactiveForeground", "Table.selectionInactiveBackground");
        assertLegible("ComboBox.selectionForeground", "ComboBox.selectionBackground");
        assertLegible("TextField.selectionForeground", "TextField.selectionBackground");
    }

    @Test
    void darkIsDark() {
        wear(false);
        assertThat(luminance(Ink.PAGE.now())).isGreaterThan(0.8);
        wear(true);
        assertThat(luminance(Ink.PAGE.now())).isLessThan(0.1);
        assertThat(luminance(UIManager.getColor("Panel.background"))).isLessThan(0.1);
    }

    private static void assertLegible(String ink, String sheet) {
        assertLegible(UIManager.getColor(ink), UIManager.getColor(sheet), ink + " on " + sheet);
    }

    private static void assertLegible(Color ink, Color sheet, String what) {
        double one = luminance(ink) + 0.05;
        double other = luminance(sheet) + 0.05;
        assertThat(Math.max(one, other) / Math.min(one, other)).as(what).isGreaterThanOrEqualTo(LEGIBLE);
    }

    /** Relative, as WCAG 2.2 has it. */
    private static double luminance(Color color) {
        double[] parts = DoubleStream.of(color.getRed(), color.getGreen(), color.getBlue())
                .map(part -> part / 255)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
