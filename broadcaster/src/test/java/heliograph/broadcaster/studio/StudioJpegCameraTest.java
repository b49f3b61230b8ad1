package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Source;
import heliograph.rig.FakeCamera;
import heliograph.rig.Rig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A camera that offers nothing but JPEG, from the rig through the real studio to a real receiver. */
class StudioJpegCameraTest {
    private static final Duration SOON = Patience.LIMIT;
    private static final FakeCamera JPEG =
            new FakeCamera(3, "Jpeg Camera", "bus=usb-0000:00:14.0-3\nformat=MJPG 640x480@30\n");
    private static final int PICTURES = 10;

    private Rig rig;
    private Path pictures;
    private StudioScene scene;

    @BeforeEach
    void startAll() throws Exception {
        rig = Rig.start();
        pictures = Files.createDirectories(
                Path.of(rig.environment().get("FAKECAM_DIR")).resolve("mjpg/640x480"));
        scene = StudioScene.withDevices(rig);
    }

    @AfterEach
    void endAll() {
        scene.close();
        rig.close();
    }

    @Test
    void itsPicturesArrive() throws Exception {
        for (int i = 0; i < PICTURES; i++) {
            Files.write(pictures.resolve("%03d.jpg".formatted(i)), jpeg(i));
        }

        String session = watch();

        await().atMost(SOON).until(() -> scene.seen(session).frames() > 60);
        assertThat(scene.seen(session).mark()).isEqualTo(JPEG.index());
        assertThat(scene.seen(session).number()).isBetween(0, PICTURES - 1);
        assertThat(scene.seen(session).width()).isEqualTo(640);
        assertThat(scene.troubles()).isEmpty();
    }

    @Test
    void picturesThatAreBrokenAreLeftOut() throws Exception {
        for (int i = 0; i < PICTURES; i++) {
            byte[] whole = jpeg(i);
            // Cut off, as a full USB bus does it, or no JPEG at all.
            byte[] broken = i % 2 == 1 ? Arrays.copyOf(whole, whole.length / 3) : whole;
            Files.write(pictures.resolve("%03d.jpg".formatted(i)), i == 5 ? new byte[] {1, 2, 3, 4} : broken);
        }

        String session = watch();

        await().atMost(SOON).until(() -> scene.seen(session).frames() > 60);
        assertThat(scene.seen(session).number()).isIn(0, 2, 4, 6, 8);
        assertThat(scene.troubles()).isEmpty();
    }

    private String watch() {
        rig.plug(JPEG);
        scene.goOnAir(Broadcasts.start(scene.room(), new Source.Device("", JPEG.name()), new Source.None()), SOON);
        return scene.watch();
    }

    /** A picture with the two rows of blocks. */
    private static byte[] jpeg(int number) throws Exception {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        int bits = JPEG.index() << 24 | number;
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 640; x++) {
                image.setRGB(x, y, (bits >>> (31 - x / 20) & 1) == 1 ? 0xffffff : 0);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
