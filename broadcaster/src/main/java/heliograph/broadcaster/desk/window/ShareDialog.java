package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * How others come in: the links, the invitations and the accounts. A window of its own, which can be laid on another screen and
 * holds nothing up. Lives on Swing's event thread.
 */
final class ShareDialog extends JDialog {
    /** So often the lists are looked at while they are seen: viewers use invitations up, and commands change both. */
    private static final int LOOK_MS = 2000;

    private final WayPanel way;
    private final JTextArea fingerprint = new JTextArea(2, 1);
    private final JTextArea purpose;
    private final JTabbedPane tabs = new JTabbedPane();
    private final InvitationsPanel invitations;
    private final AccountsPanel accounts;
    private final Timer looking = new Timer(LOOK_MS, event -> look());
    private boolean placed;

    ShareDialog(Frame owner, Words words, Clipboard clipboard, Presenters presenters) {
        super(owner, words.say("share.title"), Dialog.ModalityType.MODELESS);
        setName("share");
        way = new WayPanel("", words, clipboard);
        purpose = new JTextArea(words.say("share.fingerprint.purpose"));
        invitations = new InvitationsPanel(words, clipboard, presenters.invitations());
        accounts = new AccountsPanel(words, presenters.accounts());
        tabs.setName("share-tabs");
        tabs.getAccessibleContext().setAccessibleName(words.say("share.title"));
        tab(words, "share.tab.link", link());
        tab(words, "share.tab.invitations", invitations);
        tab(words, "share.tab.accounts", accounts);
        tabs.addChangeListener(event -> look());
        JPanel page = new JPanel(new MigLayout("insets 8 16 16 16, fill", "[grow, fill]", "[grow, fill]"));
        Look.style(page, "background: " + Ink.PAGE.variable());
        page.add(tabs, "wmin 0, hmin 0");
        setContentPane(page);
        getRootPane()
                .registerKeyboardAction(
                        event -> setVisible(false),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    void show(List<Way> now, String proof) {
        if (!fingerprint.getText().equals(proof)) {
            fingerprint.setText(proof);
            fingerprint.getAccessibleContext().setAccessibleName(proof);
        }
        fingerprint.setVisible(!proof.isEmpty());
        purpose.setVisible(!proof.isEmpty());
        way.show(now);
        invitations.show(now);
    }

    /** In its owner's middle at first, then where it was left. */
    void open() {
        if (!isVisible()) {
            pack();
            if (!placed) {
                placed = true;
                setLocationRelativeTo(getOwner());
            }
        }
        setVisible(true);
        toFront();
        way.takeFocus();
    }

    /** In the place of another, with the same page; the focus is elsewhere. */
    void goOnFrom(ShareDialog before) {
        placed = true;
        tabs.setSelectedIndex(before.tabs.getSelectedIndex());
        pack();
        setBounds(
                before.getX(),
                before.getY(),
                Math.max(getWidth(), before.getWidth()),
                Math.max(getHeight(), before.getHeight()));
        setAutoRequestFocus(false);
        setVisible(true);
        setAutoRequestFocus(true);
    }

    /** Nothing is looked at for nobody. */
    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            look();
            looking.start();
        } else {
            looking.stop();
            accounts.leave();
        }
    }

    private void look() {
        if (invitations.isShowing()) {
            invitations.look();
        } else if (accounts.isShowing()) {
            accounts.look();
        }
    }

    private JPanel link() {
        fingerprint.setName("share-fingerprint");
        Look.sentence(fingerprint);
        // It has no words to wrap at.
        fingerprint.setWrapStyleWord(false);
        Look.ink(fingerprint, Ink.SOFT);
        purpose.setName("share-fingerprint-purpose");
        purpose.getAccessibleContext().setAccessibleName(purpose.getText());
        Look.sentence(purpose);
        Look.ink(purpose, Ink.SOFT);
        JPanel page = new JPanel(new MigLayout("insets 12 0 0 0, fillx, wrap 1, hidemode 3", "[grow, fill]", ""));
        page.setOpaque(false);
        page.add(way);
        page.add(fingerprint, "wmin 0");
        page.add(purpose, "wmin 0");
        return page;
    }

    private void tab(Words words, String key, JComponent page) {
        tabs.addTab("", null, page, words.say(key + ".tip"));
        Caption.of(words.say(key)).on(tabs, tabs.getTabCount() - 1);
    }
}
