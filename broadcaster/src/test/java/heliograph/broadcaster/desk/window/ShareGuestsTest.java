package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.FolderGuests;
import heliograph.signaling.SignalingServer;
import heliograph.signaling.SignalingSettings;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPasswordField;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invitations and accounts by mouse and keyboard, and whether a real server that runs with the same folder lets in by them. */
@Timeout(120)
class ShareGuestsTest {
    private static final String NETWORK = "https://192.168.1.5:8443/#invite=";

    @TempDir
    Path data;

    private final DeskScene scene = new DeskScene();
    private final HttpClient http = HttpClient.newHttpClient();
    private SignalingServer server;

    @BeforeEach
    void start() throws Exception {
        server = SignalingServer.start(SignalingSettings.local(data));
        scene.guests(new FolderGuests(data, null, new SecureRandom(), InstantSource.system()));
    }

    @AfterEach
    void cleanUp() {
        scene.close();
        server.close();
    }

    @Test
    void anInvitationMadeByMouseLetsInUntilItIsRevoked() throws Exception {
        DialogFixture share = open("en");
        share.tabbedPane("share-tabs").selectTab("Invitations");
        share.textBox("invitations-name").setText("Bert");
        share.textBox("invitations-uses").setText("2");
        share.button("invitations-create").click();
        await().until(() -> shows(share, "invitation"));
        String link = share.textBox("invitation-way").text();
        assertThat(link).startsWith(NETWORK);
        assertThat(QrReading.of(share, "invitation-qr")).isEqualTo(link);
        share.button("invitation-way-copy").click();
        await().untilAsserted(() -> assertThat(scene.copied()).containsExactly(link));
        share.comboBox("invitation-ways").selectItem("On this computer");
        assertThat(share.textBox("invitation-way").text())
                .isEqualTo("http://127.0.0.1:8080/#invite=" + link.substring(NETWORK.length()));
        share.button("invitations-noted").click();
        await().until(() -> !shows(share, "invitation"));
        assertThat(comesInBy(link)).isEqualTo(200);
        await().until(() -> "1 of 2".equals(cell(share, 0, 1)));
        assertThat(cell(share, 0, 0)).isEqualTo("Bert");
        share.table("invitations-table").selectRows(0);
        share.button("invitations-revoke").click();
        share.button("invitations-revoke-no").click();
        assertThat(cell(share, 0, 3)).isEqualTo("open");
        share.button("invitations-revoke").click();
        share.button("invitations-revoke-yes").click();
        await().until(() -> "revoked".equals(cell(share, 0, 3)));
        share.button("invitations-revoke").requireDisabled();
        await().untilAsserted(() -> assertThat(comesInBy(link)).isEqualTo(410));
    }

    @Test
    void anInvitationIsMadeByKeyboardAlone() {
        DialogFixture share = open("zh");
        alt(share, KeyEvent.VK_I);
        alt(share, KeyEvent.VK_N);
        await().until(() -> share.textBox("invitations-name").target().isFocusOwner());
        alt(share, KeyEvent.VK_C);
        await().until(() -> shows(share, "invitation"));
        assertThat(share.textBox("invitation-made").text()).contains("访客");
        alt(share, KeyEvent.VK_D);
        await().until(() -> "有效".equals(cell(share, 0, 3)));
    }

    @Test
    void whatNobodyMayHaveIsRefusedWhereItWasTyped() {
        DialogFixture share = open("en");
        share.tabbedPane("share-tabs").selectTab("Invitations");
        share.textBox("invitations-uses").setText("1001");
        share.button("invitations-create").click();
        says(share, "invitations-mistake", "Uses is a number from 1 to 1,000.");
        share.textBox("invitations-uses").setText("1");
        share.textBox("invitations-time").setText("367");
        share.button("invitations-create").click();
        says(share, "invitations-mistake", "366 days at most.");
        share.textBox("invitations-time").setText("366");
        share.textBox("invitations-name").setText(" ");
        share.button("invitations-create").click();
        says(share, "invitations-mistake", "A name is needed");
        assertThat(shows(share, "invitation")).isFalse();
    }

    @Test
    void anAccountThatWasAddedSignsInAtTheServerUntilItIsRemoved() throws Exception {
        DialogFixture share = open("en");
        share.tabbedPane("share-tabs").selectTab("Accounts");
        await().untilAsserted(() -> share.list("accounts-list").requireItemCount(1));
        share.button("accounts-add").click();
        fill(share, "Anna", "short", "short");
        says(share, "accounts-mistake", "A password has 8 to 256 characters.");
        assertThat(share.textBox("accounts-form-secret").target().getText()).isEmpty();
        fill(share, "Anna", "long enough", "long enouhg");
        says(share, "accounts-mistake", "These were two different passwords.");
        fill(share, "viewer", "long enough", "long enough");
        says(share, "accounts-mistake", "There is an account viewer already.");
        fill(share, "Anna", "long enough", "long enough");
        says(share, "accounts-done", "The account Anna may watch now.");
        await().untilAsserted(() -> assertThat(signsIn("Anna", "long enough")).isEqualTo(200));
        share.list("accounts-list").selectItem("Anna");
        share.button("accounts-password").click();
        fill(share, "", "something else", "something else");
        says(share, "accounts-done", "another password");
        await().untilAsserted(
                        () -> assertThat(signsIn("Anna", "something else")).isEqualTo(200));
        assertThat(signsIn("Anna", "long enough")).isEqualTo(401);
        share.list("accounts-list").selectItem("Anna");
        share.button("accounts-remove").click();
        assertThat(share.textBox("accounts-asked").text()).contains("Anna");
        share.button("accounts-remove-yes").click();
        says(share, "accounts-done", "The account Anna is gone.");
        await().untilAsserted(() -> assertThat(share.list("accounts-list").contents())
                .isEqualTo(List.of("viewer").toArray()));
        await().untilAsserted(
                        () -> assertThat(signsIn("Anna", "something else")).isEqualTo(401));
    }

    @Test
    void whatWasTypedIsNotKeptInADialogThatIsClosed() {
        DialogFixture share = open("en");
        share.tabbedPane("share-tabs").selectTab("Accounts");
        share.button("accounts-add").click();
        share.textBox("accounts-form-secret").setText("half a pass");
        share.close();
        share.requireNotVisible();
        assertThat(GuiActionRunner.execute(() -> share.robot()
                        .finder()
                        .findByName(share.target(), "accounts-form-secret", JPasswordField.class, false)
                        .getPassword()))
                .isEmpty();
    }

    @Test
    void allOfItFitsOnASmallScreenAndHasNamesAndTips() {
        for (String language : List.of("en", "zh")) {
            DialogFixture share = open(language);
            assertThat(share.target().getWidth()).isLessThanOrEqualTo(1024);
            assertThat(share.target().getHeight()).isLessThanOrEqualTo(700);
            share.tabbedPane("share-tabs").selectTab(1);
            share.button("invitations-create").click();
            await().until(() -> shows(share, "invitation"));
            share.button("invitations-noted").click();
            await().until(() -> shows(share, "invitations-table"));
            share.table("invitations-table").selectRows(0);
            share.button("invitations-revoke").click();
            for (int tab = 0; tab < 3; tab++) {
                share.tabbedPane("share-tabs").selectTab(tab);
                GuiActionRunner.execute(() -> {
                    Controls.each(share.target(), control -> {
                        assertThat(control.getAccessibleContext().getAccessibleName())
                                .as(control.getName())
                                .isNotBlank();
                        assertThat(control.getToolTipText())
                                .as(control.getName())
                                .isNotBlank();
                        if (control instanceof AbstractButton button) {
                            assertThat(button.getMnemonic())
                                    .as(control.getName())
                                    .isNotZero();
                        }
                    });
                    Controls.texts(
                            share.target(),
                            text -> assertThat(text).doesNotContain("&").doesNotContain("{"));
                });
            }
            scene.close();
        }
    }

    private DialogFixture open(String language) {
        FrameFixture window = scene.open(language);
        scene.ready();
        window.button("window-share").click();
        return window.dialog("share");
    }

    private static void fill(DialogFixture share, String name, String password, String again) {
        if (!name.isEmpty()) {
            share.textBox("accounts-form-name").setText(name);
        }
        share.textBox("accounts-form-secret").setText(password);
        share.textBox("accounts-form-again").setText(again);
        share.button("accounts-form-save").click();
    }

    private static void alt(DialogFixture share, int key) {
        share.robot().pressKey(KeyEvent.VK_ALT);
        share.robot().pressAndReleaseKey(key);
        share.robot().releaseKey(KeyEvent.VK_ALT);
        share.robot().waitForIdle();
    }

    private static void says(DialogFixture share, String field, String sentence) {
        await().until(() -> shows(share, field));
        await().untilAsserted(() -> assertThat(share.textBox(field).text()).contains(sentence));
    }

    private static boolean shows(DialogFixture share, String name) {
        return Boolean.TRUE.equals(GuiActionRunner.execute(() -> share.robot()
                        .finder()
                        .findAll(share.target(), (Component it) -> name.equals(it.getName()) && it.isShowing())
                        .size()
                == 1));
    }

    private static String cell(DialogFixture share, int row, int column) {
        if (share.table("invitations-table").target().getRowCount() <= row) {
            return "";
        }
        String value = share.table("invitations-table")
                .cell(TableCell.row(row).column(column))
                .value();
        return value == null ? "" : value;
    }

    private int comesInBy(String link) throws Exception {
        return post("api/invitation", "{\"invitation\":\"" + link.substring(link.indexOf('=') + 1) + "\"}");
    }

    private int signsIn(String name, String password) throws Exception {
        return post("api/login", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private int post(String path, String body) throws Exception {
        URI where = server.watchUri().resolve(path);
        return http.send(
                        HttpRequest.newBuilder(where)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
