package heliograph.rig;

/**
 * A camera that the shim plays; a value.
 *
 * @param index N of {@code /dev/videoN}, which is also the source id in the picture's first row of blocks
 * @param name what the system calls it
 * @param configuration the lines of the shim's {@code videoN.conf}
 */
public record FakeCamera(int index, String name, String configuration) {
    /** Plugged in from the start: YUYV, 640x480 and 1280x720 at 30. */
    public static final FakeCamera A =
            new FakeCamera(0, "Fake Camera A", "bus=usb-0000:00:14.0-1\nformat=YUYV 640x480@30,15 1280x720@30,10\n");

    /** Plugged in from the start: YU12 640x480 at 30, YUYV 1280x720 at 10. */
    public static final FakeCamera B = new FakeCamera(
            2, "Fake Camera B", "bus=usb-0000:00:14.0-2\nformat=YU12 640x480@30\nformat=YUYV 1280x720@10\n");

    /** The metadata node that a real UVC camera has beside its picture; no program may list it. */
    static final FakeCamera A_METADATA = new FakeCamera(1, "Fake Camera A", "bus=usb-0000:00:14.0-1\nmeta=1\n");
}
