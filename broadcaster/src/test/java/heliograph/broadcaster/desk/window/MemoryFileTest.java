package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFileTest {
    private static final Remembered.Place PLACE = new Remembered.Place(-1200, 40, 1000, 700, true);

    private static final Figures FIGURES = new Figures(new Camera.Mode(1920, 1080, 10), 3500);

    @TempDir
    private Path folder;

    @Test
    void whatIsNotedIsKnownTheNextTime() {
        Source camera = new Source.Device("/dev/video2", "摄像头 = 2");
        try (MemoryFile memory = MemoryFile.in(folder)) {
            assertThat(memory.known()).isEqualTo(Remembered.NOTHING);
            memory.note(known ->
                    known.at(PLACE).camera(camera).microphone(new Source.None()).preview(false));
            memory.note(known -> known.figures(FIGURES).language(Locale.CHINESE));
        }
        try (MemoryFile memory = MemoryFile.in(folder)) {
            assertThat(memory.known())
                    .isEqualTo(new Remembered(
                            PLACE, camera, new Source.None(), FIGURES, false, Theme.SYSTEM, Locale.CHINESE));
        }
    }

    @Test
    void itIsWrittenWhileTheProgramGoesOn() {
        try (MemoryFile memory = MemoryFile.in(folder)) {
            memory.note(known -> known.preview(false));
            memory.note(known -> known.camera(new Source.Screen()));
            await().untilAsserted(() -> {
                try (MemoryFile another = MemoryFile.in(folder)) {
                    assertThat(another.known())
                            .isEqualTo(
                                    new Remembered(null, new Source.Screen(), null, null, false, Theme.SYSTEM, null));
                }
            });
        }
        assertThat(folder.toFile().list()).containsExactly(MemoryFile.NAME);
    }

    @Test
    void whatCannotTakeItsPlaceIsNotLeftBehind() throws IOException {
        Files.createDirectories(folder.resolve(MemoryFile.NAME).resolve("not empty"));
        try (MemoryFile memory = MemoryFile.in(folder)) {
            memory.note(known -> known.preview(false));
        }
        assertThat(folder.toFile().list()).containsExactly(MemoryFile.NAME);
    }

    @Test
    void aFileOfNonsenseIsAMemoryOfNothing() throws IOException {
        for (String text : new String[] {"x=wide\ny=1\nwidth=1\nheight=1\ncamera=what", "\\u00zz", "\u0000"}) {
            Files.writeString(folder.resolve(MemoryFile.NAME), text);
            try (MemoryFile memory = MemoryFile.in(folder)) {
                assertThat(memory.known()).isEqualTo(Remembered.NOTHING);
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheMemoryAlone() {
        try (MemoryFile memory = MemoryFile.in(folder.resolve("gone"))) {
            memory.note(known -> known.preview(false));
            assertThat(memory.known().preview()).isFalse();
        }
    }

    @Test
    void figuresAndALanguageThatNobodyCanHaveAreNotKnown() throws IOException {
        String picture = "picture.width=1280\npicture.height=720\npicture.rate=%s\npicture.bitrate=%s\nlanguage=%s\n";
        for (String content : List.of(
                picture.formatted("0", "2500", "xx"),
                picture.formatted("30", "-1", ""),
                picture.replace("1280", "1281").formatted("30", "2500", ""))) {
            Files.writeString(folder.resolve(MemoryFile.NAME), content);
            try (MemoryFile memory = MemoryFile.in(folder)) {
                assertThat(memory.known()).isEqualTo(Remembered.NOTHING);
            }
        }
    }
}
