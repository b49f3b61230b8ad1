package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

class WayPanelTest {
    private static final Way NETWORK = new Way("On this network", "https://192.168.1.5/");
    private static final Way HERE = new Way("Here", "https://127.0.0.1/");
    private static final Way TWIN = new Way("Here", "http://127.0.0.1/");

    private final WayPanel panel = Objects.requireNonNull(GuiActionRunner.execute(() -> {
        Look.install();
        return new WayPanel("", Words.of(Locale.ENGLISH), text -> true);
    }));

    @Test
    void eachIsChosenForItselfAlsoWhereTwoReadAlike() {
        show(NETWORK, HERE, TWIN);
        choose(2);
        assertThat(link()).isEqualTo(TWIN.link());
        choose(1);
        assertThat(link()).isEqualTo(HERE.link());
    }

    @Test
    void whatWasChosenStaysWhileItIsThereAndThenItIsTheLikelyOne() {
        show(NETWORK, HERE);
        choose(1);
        show(NETWORK, TWIN, HERE);
        assertThat(link()).isEqualTo(HERE.link());
        show(NETWORK, TWIN);
        assertThat(link()).isEqualTo(NETWORK.link());
        show();
        assertThat(link()).isEmpty();
        show(TWIN);
        assertThat(link()).isEqualTo(TWIN.link());
    }

    @Test
    void theLinkIsMadeOfTheChosenPage() {
        show(NETWORK, HERE);
        choose(1);
        GuiActionRunner.execute(() -> panel.make(page -> page + "#invite=x"));
        assertThat(link()).isEqualTo(HERE.link() + "#invite=x");
        show(NETWORK);
        assertThat(link()).isEqualTo(NETWORK.link() + "#invite=x");
    }

    private void show(Way... ways) {
        GuiActionRunner.execute(() -> panel.show(List.of(ways)));
    }

    private void choose(int index) {
        GuiActionRunner.execute(() -> part("ways", JComboBox.class).setSelectedIndex(index));
    }

    private String link() {
        return Objects.requireNonNull(
                GuiActionRunner.execute(() -> part("way", JTextField.class).getText()));
    }

    private <T extends Component> T part(String name, Class<T> type) {
        return Arrays.stream(panel.getComponents())
                .filter(it -> name.equals(it.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
