package heliograph.broadcaster.desk.window;

import static heliograph.broadcaster.desk.window.DeskScene.A;
import static heliograph.broadcaster.desk.window.DeskScene.MIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.link.PeerFigures.Route;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTableFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table of viewers in the real window. */
@Timeout(120)
class ViewersPanelTest {
    private static final int BITRATE = ViewerLines.COLUMNS.indexOf("bitrate");

    private final DeskScene scene = new DeskScene();
    private FrameFixture window;

    @BeforeEach
    void open() {
        window = scene.open("en");
        scene.ready();
    }

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void itIsThereWhileThereIsAViewer() {
        window.label("viewers-none").requireVisible();
        scene.viewers(rows(1));
        table().requireVisible().requireRowCount(1);
        JTable shown = table().target();
        scene.viewers(List.of());
        window.label("viewers-none").requireVisible();
        assertThat(GuiActionRunner.execute(shown::isShowing)).isFalse();
    }

    @Test
    void aClickOnAHeadingSortsByIt() {
        scene.viewers(rows(12));
        table().tableHeader().clickColumn(BITRATE);
        await().until(() -> "1.0".equals(first(BITRATE)));
        table().tableHeader().clickColumn(BITRATE);
        await().until(() -> "2.1".equals(first(BITRATE)));
    }

    @Test
    void twoHundredRowsChangeWhereTheyChangedAndTheSelectionStays() {
        List<ViewerRow> rows = rows(200);
        scene.viewers(rows);
        table().selectRows(7);
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger rebuilds = new AtomicInteger();
        GuiActionRunner.execute(() -> table().target().getModel().addTableModelListener(event -> {
            changes.addAndGet(event.getLastRow() - event.getFirstRow() + 1);
            rebuilds.addAndGet(event.getLastRow() == Integer.MAX_VALUE ? 1 : 0);
        }));
        List<ViewerRow> later = new ArrayList<>(rows);
        later.remove(3);
        later.set(100, row(101, 3000));
        later.add(row(200, 1500));
        scene.viewers(later);
        assertThat(changes).hasValue(3);
        assertThat(rebuilds).hasValue(0);
        table().requireRowCount(200);
        assertThat(table().cell(TableCell.row(6).column(0)).value()).isEqualTo("viewer 7");
        table().requireSelectedRows(6);
    }

    @Test
    void whereItWasScrolledToItStaysWhoeverChanges() {
        scene.viewers(rows(200));
        JTable shown = table().target();
        GuiActionRunner.execute(() -> shown.scrollRectToVisible(shown.getCellRect(150, 0, true)));
        Rectangle before = GuiActionRunner.execute(shown::getVisibleRect);
        assertThat(Objects.requireNonNull(before).y).isPositive();
        List<ViewerRow> faster = rows(200).stream()
                .map(it -> row(Integer.parseInt(it.id().substring(1)), 2222))
                .toList();
        scene.viewers(faster);
        assertThat(GuiActionRunner.execute(shown::getVisibleRect)).isEqualTo(before);
    }

    @Test
    void onASmallScreenEveryColumnAndThreeRowsAreSeenAndNothingHasToBeScrolled() {
        scene.status(new Air.On(true, true), List.of(A), List.of(MIC), false);
        scene.viewers(rows(40));
        JTable shown = table().target();
        GuiActionRunner.execute(() -> {
            assertThat(shown.getVisibleRect().width).isEqualTo(shown.getWidth());
            assertThat(shown.getVisibleRect().height).isGreaterThanOrEqualTo(3 * shown.getRowHeight());
            for (int column = 0; column < shown.getColumnCount(); column++) {
                int width = shown.getColumnModel().getColumn(column).getWidth();
                assertThat(width(shown, shown.getColumnModel().getColumn(column).getHeaderRenderer(), column, -1))
                        .as(shown.getColumnName(column))
                        .isLessThanOrEqualTo(width);
                assertThat(width(shown, shown.getCellRenderer(0, column), column, 0))
                        .as("cell of " + shown.getColumnName(column))
                        .isLessThanOrEqualTo(width);
            }
            Rectangle column = new Rectangle(scene.frame().rightColumn().getSize());
            assertThat(scene.frame().rightColumn().getVisibleRect()).isEqualTo(column);
        });
    }

    private static int width(JTable table, TableCellRenderer renderer, int column, int row) {
        Object value = row < 0 ? table.getColumnName(column) : table.getValueAt(row, column);
        return renderer.getTableCellRendererComponent(table, value, false, false, row, column)
                .getPreferredSize()
                .width;
    }

    @Test
    void theDeleteKeyAsksAndTheEscapeKeyKeeps() {
        scene.viewers(rows(3));
        table().selectRows(1);
        window.robot().pressAndReleaseKey(KeyEvent.VK_DELETE);
        // Enter keeps as well: it is on that button that the focus is.
        await().until(() -> window.button("viewers-remove-no").target().isFocusOwner());
        window.robot().pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        await().until(() -> table().target().isFocusOwner());
        assertThat(scene.removed()).isEmpty();
    }

    @Test
    void whoIsRemovedIsAskedForOnceAndNeverTwice() {
        scene.viewers(rows(3));
        assertThat(window.button("viewers-remove").isEnabled()).isFalse();
        table().selectRows(1);
        window.button("viewers-remove").click();
        assertThat(window.textBox("viewers-asked").text()).contains("viewer 1");
        window.button("viewers-remove-no").click();
        assertThat(scene.removed()).isEmpty();
        window.button("viewers-remove").click();
        window.button("viewers-remove-yes").click();
        await().untilAsserted(() -> assertThat(scene.removed()).containsExactly("v1"));
    }

    @Test
    void theQuestionEndsWithWhoeverItIsAbout() {
        scene.viewers(rows(3));
        table().selectRows(2);
        window.button("viewers-remove").click();
        Component question = window.textBox("viewers-asked").target();
        scene.viewers(rows(2));
        assertThat(GuiActionRunner.execute(question::isShowing)).isFalse();
        assertThat(GuiActionRunner.execute(() -> table().target().getSelectedRow()))
                .isEqualTo(-1);
    }

    private @Nullable String first(int column) {
        return table().cell(TableCell.row(0).column(column)).value();
    }

    private JTableFixture table() {
        return window.table("viewers-table");
    }

    private static List<ViewerRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row(i, 1000 + 100 * i)).toList();
    }

    private static ViewerRow row(int number, int kilobits) {
        return new ViewerRow(
                "v" + number,
                "viewer " + number,
                Instant.parse("2026-11-23T10:00:00Z").plusSeconds(number),
                "192.0.2." + number,
                Optional.of(new ViewerRow.Stream(number > 2, Route.STRAIGHT, "VP8", 1280, 720, 30, kilobits, 20, 0)));
    }
}
