package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.event.ActionEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** What takes sound and picture away from the viewers, by one key each. Lives on Swing's event thread. */
final class WithheldPanel extends JPanel {
    private static final String SHAPE = "arc: 14; margin: 6,6,6,6;";
    /** Nobody is to overlook that they are not seen or heard. */
    private static final String WITHHELD = SHAPE
            + "selectedBackground: $Heliograph.withheld; selectedForeground: $Heliograph.onFilled; hoverBackground: null; pressedBackground: $Heliograph.withheldPressed";

    private final Words words;
    private final JToggleButton sound;
    private final JToggleButton picture;

    WithheldPanel(Words words, Presenter presenter) {
        super(new MigLayout("insets 0, fillx", "[grow,sizegroup]10[grow,sizegroup]", "[]"));
        this.words = words;
        setOpaque(false);
        sound = toggle("sound-off", "window.sound-off", "F8", presenter::soundOff);
        picture = toggle("hide-picture", "window.hide-picture", "F9", presenter::hidePicture);
        Pictogram.SOUND_OFF.on(sound);
        Pictogram.HIDE_PICTURE.on(picture);
        add(sound, "grow");
        add(picture, "grow");
        show(sound, "window.sound-off", false, true);
        show(picture, "window.hide-picture", false, true);
    }

    void show(WindowModel.Withholding now) {
        show(sound, "window.sound-off", now.wish().sound(), now.effective().sound());
        show(
                picture,
                "window.hide-picture",
                now.wish().picture(),
                now.effective().picture());
    }

    private void show(JToggleButton button, String key, boolean withheld, boolean effective) {
        button.setSelected(withheld);
        Caption.of(words.say(!withheld ? key : effective ? key + ".on" : key + ".soon"))
                .on(button);
    }

    /** Its name for screen readers stays; that it is pressed is told by its state. */
    private JToggleButton toggle(String name, String key, String stroke, Consumer<Boolean> wish) {
        JToggleButton button = new JToggleButton();
        button.setName(name);
        button.setToolTipText(words.say(key + ".tip", stroke));
        button.getAccessibleContext()
                .setAccessibleName(Caption.of(words.say(key + ".on")).text());
        button.getAccessibleContext().setAccessibleDescription(words.say(key + ".tip", stroke));
        Look.style(button, WITHHELD);
        button.addActionListener(event -> wish.accept(button.isSelected()));
        button.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(stroke), "withhold");
        button.getActionMap().put("withhold", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                button.doClick(0);
            }
        });
        return button;
    }
}
