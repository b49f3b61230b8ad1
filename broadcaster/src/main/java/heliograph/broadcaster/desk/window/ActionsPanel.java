package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The large button that starts and stops, and the one that ends the program. Lives on Swing's event thread. */
final class ActionsPanel extends JPanel {
    private static final String SHAPE = "font: bold +3; arc: 14; borderWidth: 0; focusWidth: 2; innerFocusWidth: 0;"
            + "foreground: $Heliograph.onFilled; focusedForeground: $Heliograph.onFilled;"
            + "disabledBackground: $Heliograph.disabled; disabledText: $Heliograph.onDisabled;";
    private static final String START = SHAPE
            + "background: $Heliograph.start; focusedBackground: $Heliograph.start; hoverBackground: $Heliograph.startHover; pressedBackground: $Heliograph.startPressed";
    private static final String STOP = SHAPE
            + "background: $Heliograph.stop; focusedBackground: $Heliograph.stop; hoverBackground: $Heliograph.stopHover; pressedBackground: $Heliograph.stopPressed";

    private final Words words;
    private final JButton action = new JButton();

    ActionsPanel(Words words, Runnable startOrStop, Runnable exit) {
        super(new MigLayout("insets 3, fillx", "[grow]10[]", "[48!]"));
        this.words = words;
        setOpaque(false);
        setFocusable(true);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                // It was asked for a moment ago, and the button may be ready by now.
                takeFocus();
            }
        });
        action.setName("action");
        action.addActionListener(event -> startOrStop.run());
        JButton leave = new JButton();
        leave.setName("exit");
        Caption.of(words.say("window.exit")).on(leave);
        leave.setToolTipText(words.say("window.exit.tip"));
        leave.getAccessibleContext().setAccessibleDescription(words.say("window.exit.tip"));
        Look.style(leave, "arc: 14");
        Pictogram.EXIT.on(leave);
        leave.addActionListener(event -> exit.run());
        add(action, "grow");
        add(leave, "growy, wmin 96");
        show(new WindowModel.Action(false, false));
    }

    void show(WindowModel.Action now) {
        String key = now.stops() ? "window.stop" : "window.start";
        Caption.of(words.say(key)).on(action);
        action.setToolTipText(words.say(key + ".tip"));
        action.getAccessibleContext().setAccessibleName(action.getText());
        action.getAccessibleContext().setAccessibleDescription(words.say(key + ".tip"));
        Look.style(action, now.stops() ? STOP : START);
        boolean held = action.isFocusOwner();
        action.setEnabled(now.enabled());
        // Only where it changes hands: who has asked for another place a moment ago would be called back, and Enter
        // there would stop.
        if (now.enabled() ? isFocusOwner() : held) {
            takeFocus();
        }
    }

    /**
     * For the large button; while that cannot be pressed, for nothing at all. Swing would hand it on to Exit, and who
     * presses Enter twice would be surprised.
     */
    void takeFocus() {
        if (action.isEnabled()) {
            action.requestFocusInWindow();
        } else if (!isFocusOwner()) {
            requestFocusInWindow();
        }
    }
}
