package heliograph.broadcaster.studio;

import java.awt.Color;
import java.awt.Toolkit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;

/** Fills the screen with a colour: those it reads, in hexadecimal, a line each. A process of its own. */
final class ScreenPainter {
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "false");
        JWindow window = new JWindow();
        window.setSize(Toolkit.getDefaultToolkit().getScreenSize());
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Color color = new Color(Integer.parseInt(line, 16));
            SwingUtilities.invokeLater(() -> {
                window.getContentPane().setBackground(color);
                window.setVisible(true);
                window.repaint();
            });
        }
        System.exit(0);
    }

    private ScreenPainter() {}
}
