package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Component;
import java.awt.image.BufferedImage;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;

/** A code as it is painted, read by the library's other half. */
final class QrReading {
    static String of(DialogFixture window, String name) throws ReaderException {
        BufferedImage picture = GuiActionRunner.execute(() -> {
            Component code = window.robot().finder().findByName(window.target(), name);
            BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
            code.paint(image.getGraphics());
            return image;
        });
        assertThat(picture).isNotNull();
        int width = picture.getWidth();
        int height = picture.getHeight();
        assertThat(Math.min(width, height)).isGreaterThanOrEqualTo(320);
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    private QrReading() {}
}
