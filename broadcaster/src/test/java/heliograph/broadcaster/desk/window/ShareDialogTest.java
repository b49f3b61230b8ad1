package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.event.KeyEvent;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways in, by mouse and keyboard, and the code as a phone reads it off the screen. */
@Timeout(120)
class ShareDialogTest {
    private static final String NETWORK = "https://192.168.1.5:8443/";
    private static final String OTHER = "https://laptop.local:8443/";

    private final DeskScene scene = new DeskScene();

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void theChosenWayIsShownAsALinkAndAsACode() throws Exception {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        share.comboBox("ways").requireSelection("On this network");
        share.textBox("way").requireText(NETWORK);
        share.textBox("share-fingerprint").requireVisible();
        assertThat(QrReading.of(share, "qr")).isEqualTo(NETWORK);
        share.comboBox("ways").selectItem("On this network, as laptop.local");
        share.textBox("way").requireText(OTHER);
        assertThat(QrReading.of(share, "qr")).isEqualTo(OTHER);
        share.button("way-copy").click();
        await().until(() -> scene.copied().contains(OTHER));
    }

    @Test
    void whatGoesOnMeanwhileTakesNoChoiceAway() throws Exception {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        share.comboBox("ways").selectItem("On this computer");
        scene.ready();
        share.comboBox("ways").requireSelection("On this computer");
        assertThat(QrReading.of(share, "qr")).isEqualTo("http://127.0.0.1:8080/");
    }

    @Test
    void itIsOpenedAndClosedByKeyboardAndHoldsTheWindowUpByNothing() {
        FrameFixture window = scene.open("zh");
        scene.ready();
        window.robot().pressKey(KeyEvent.VK_ALT);
        window.robot().pressAndReleaseKey(KeyEvent.VK_A);
        window.robot().releaseKey(KeyEvent.VK_ALT);
        DialogFixture share = window.dialog("share");
        assertThat(share.target().isModal()).isFalse();
        share.comboBox("ways").requireSelection("在本网络内");
        share.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        share.requireNotVisible();
    }
}
