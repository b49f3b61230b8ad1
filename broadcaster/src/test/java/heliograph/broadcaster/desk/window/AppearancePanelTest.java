package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.signaling.room.Announcement;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.assertj.swing.data.Index;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AppearancePanelTest {
    private final DeskScene scene = new DeskScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void allOfTheWindowAndOfItsDialogTurnsDarkAndLightAgain() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        List<Insets> borders = borders(window.target());
        choose(window, "window-theme", "Dark");
        assertThat(borders(window.target())).isEqualTo(borders).hasSizeGreaterThan(8);
        assertThat(bright(window.target())).isEmpty();
        assertThat(bright(share.target())).isEmpty();
        assertThat(share.comboBox("ways").target().isShowing()).isTrue();
        choose(window, "window-theme", "Light");
        assertThat(bright(window.target())).isNotEmpty();
        assertThat(bright(share.target())).isNotEmpty();
    }

    @Test
    void anotherLanguageIsSpokenByAllOfTheWindowAtOnceAlsoOnAir() {
        List<String> expected = texts("zh", window -> {});
        scene.close();
        List<String> spoken = texts("en", window -> {
            window.textBox("title").setText("Vespers");
            window.comboBox("window-language").selectItem("中文");
        });
        assertThat(spoken).isEqualTo(expected);
        assertThat(scene.frame().getTitle()).isEqualTo(Words.of(Locale.CHINESE).say("window.title"));
        assertThat(scene.announced()).extracting(Announcement::title).containsExactly("Vespers");
        // Viewers, too, read the slate in it.
        assertThat(scene.lastStart().slate().hidden())
                .isEqualTo(Words.of(Locale.CHINESE).say("slate.hidden"));
    }

    @Test
    void whatIsOpenStaysOpenInAnotherLanguage() {
        FrameFixture window = scene.open("zh");
        scene.status(new Air.On(true, true), List.of(DeskScene.A), List.of(DeskScene.MIC), true);
        window.toggleButton("window-exact").click();
        window.button("exit").click();
        window.button("check-button").click();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        share.tabbedPane("share-tabs").selectTab(2);
        choose(window, "window-language", "English");
        assertThat(window.button("check-again").target().isShowing()).isTrue();
        assertThat(window.comboBox("bitrate").target().isShowing()).isTrue();
        assertThat(window.button("leaving-no").target().isShowing()).isTrue();
        DialogFixture anew = window.dialog("share");
        assertThat(anew.target()).isNotSameAs(share.target());
        assertThat(share.target().isDisplayable()).isFalse();
        anew.tabbedPane("share-tabs").requireTitle("Accounts", Index.atIndex(2));
        assertThat(anew.tabbedPane("share-tabs").target().getSelectedIndex()).isEqualTo(2);
    }

    @Test
    void aNewInvitationsLinkIsThereInAnotherLanguageUntilItIsNoted() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        share.tabbedPane("share-tabs").selectTab(1);
        share.button("invitations-create").click();
        await().until(() -> share.textBox("invitation-way").target().isShowing());
        String link = share.textBox("invitation-way").text();
        assertThat(link).isNotBlank();
        choose(window, "window-language", "中文");
        DialogFixture anew = window.dialog("share");
        anew.textBox("invitation-way").requireText(link);
        anew.button("invitations-noted").click();
        assertThat(anew.button("invitations-create").target().isShowing()).isTrue();
    }

    @Test
    void neitherThePreviewNorAMistakeGoesWithTheOtherLanguage() {
        FrameFixture window = scene.open("zh");
        scene.ready();
        await().until(() -> !scene.monitored().isEmpty());
        List<StudioCommand.Monitor> before = List.copyOf(scene.monitored());
        String tooLong = "x".repeat(81);
        window.textBox("title").setText(tooLong).pressAndReleaseKeys(KeyEvent.VK_ENTER);
        choose(window, "window-language", "English");
        assertThat(scene.monitored()).isEqualTo(before);
        window.textBox("title").requireText(tooLong);
        window.textBox("title-mistake")
                .requireVisible()
                .requireText(Words.of(Locale.ENGLISH).say("window.about.wrong"));
        assertThat(scene.announced()).isEmpty();
    }

    private static void choose(FrameFixture window, String list, String item) {
        window.comboBox(list).selectItem(item);
        window.robot().waitForIdle();
    }

    /** What is written in a window on air with a viewer, after something was done to it. */
    private List<String> texts(String language, Consumer<FrameFixture> deed) {
        FrameFixture window = scene.open(language);
        scene.status(new Air.On(true, true), List.of(DeskScene.A), List.of(DeskScene.MIC), true);
        scene.viewers(List.of(new ViewerRow("1", "anna", Instant.EPOCH, "127.0.0.1", Optional.empty())));
        deed.accept(window);
        window.robot().waitForIdle();
        List<String> texts = new ArrayList<>();
        GuiActionRunner.execute(() -> Controls.texts(window.target(), texts::add));
        return texts;
    }

    /** Around texts and what scrolls: what has none is given none. */
    private static List<Insets> borders(Container window) {
        List<Insets> found = new ArrayList<>();
        GuiActionRunner.execute(() -> borders(window, found));
        return found;
    }

    private static void borders(Container part, List<Insets> found) {
        for (Component component : part.getComponents()) {
            if (component instanceof JTextArea || component instanceof JScrollPane) {
                found.add(((JComponent) component).getInsets());
            }
            if (component instanceof Container inside) {
                borders(inside, found);
            }
        }
    }

    /** What is painted light; a code for cameras is so in every theme. */
    private static List<String> bright(Container window) {
        List<String> found = new ArrayList<>();
        GuiActionRunner.execute(() -> collect(window, found));
        return found;
    }

    private static void collect(Container part, List<String> found) {
        for (Component component : part.getComponents()) {
            boolean painted = component instanceof JPanel || (component instanceof JComponent it && it.isOpaque());
            Color color = component.getBackground();
            if (component.isShowing()
                    && painted
                    && !(component instanceof QrCanvas)
                    && color.getRed() + color.getGreen() + color.getBlue() > 3 * 128) {
                found.add(component + " " + color);
            }
            if (component instanceof Container inside) {
                collect(inside, found);
            }
        }
    }
}
