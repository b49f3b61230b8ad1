package heliograph.broadcaster.desk.window;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.extras.FlatSVGUtils;
import java.awt.Color;
import java.awt.Component;
import java.awt.Image;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.Icon;

/** The drawings on buttons, sharp at every scale, in the colour of what is written beside them. Lives on Swing's event thread. */
enum Pictogram {
    CHECK,
    COPY,
    EXIT,
    HIDE_PICTURE,
    REMOVE,
    SHARE,
    SOUND_OFF;

    /** The page's too. */
    private static final String MARK = "heliograph/web/heliograph.svg";

    private static final int SIZE = 16;
    private static final int GAP = 6;

    /** The program's mark. */
    static Icon mark(int size) {
        return new FlatSVGIcon(MARK, size, size);
    }

    /** The same for the title bar, the task bar and the switcher. */
    static List<Image> marks() {
        return FlatSVGUtils.createWindowIconImages("/" + MARK);
    }

    /** Before the words; it says nothing that they do not. */
    void on(AbstractButton button) {
        FlatSVGIcon icon = new FlatSVGIcon(path(), SIZE, SIZE);
        icon.setColorFilter(
                new FlatSVGIcon.ColorFilter((component, drawn) -> ink(component == null ? button : component)));
        button.setIcon(icon);
        button.setIconTextGap(GAP);
    }

    private String path() {
        String folder = Pictogram.class.getPackageName().replace('.', '/');
        return folder + "/pictograms/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    private static Color ink(Component component) {
        return component instanceof AbstractButton button && button.getModel().isSelected()
                ? Ink.ON_FILLED.now()
                : component.getForeground();
    }
}
