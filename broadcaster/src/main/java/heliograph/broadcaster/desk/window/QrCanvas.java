package heliograph.broadcaster.desk.window;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.Map;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * A text as a QR code (ISO/IEC 18004), black on white whatever the theme, as large as a phone reads it across a table. Lives on Swing's
 * event thread.
 */
final class QrCanvas extends JPanel {
    private static final int SIDE = 340;
    /** Modules of white around it: fewer and readers miss its corners (section 6.3.8). */
    private static final int QUIET = 4;

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.MARGIN,
            QUIET,
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8");

    private String text = "";
    private @Nullable BitMatrix modules;

    QrCanvas() {
        setName("qr");
        setVisible(false);
        setPreferredSize(new Dimension(SIDE, SIDE));
        setMinimumSize(new Dimension(SIDE, SIDE));
    }

    /** Reckoned when it is seen: that takes longer than all else that a new link changes. */
    void show(String now) {
        if (!now.equals(text)) {
            text = now;
            modules = null;
            repaint();
        }
        setVisible(!text.isEmpty());
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (text.isEmpty()) {
            return;
        }
        BitMatrix drawn = modules == null ? modules(text) : modules;
        modules = drawn;
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setColor(Color.BLACK);
        // Whole pixels: a module that is half grey is what a camera takes for either.
        int module = Math.max(1, Math.min(getWidth(), getHeight()) / drawn.getWidth());
        int left = (getWidth() - module * drawn.getWidth()) / 2;
        int top = (getHeight() - module * drawn.getHeight()) / 2;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                if (drawn.get(x, y)) {
                    graphics.fillRect(left + x * module, top + y * module, module, module);
                }
            }
        }
    }
}
