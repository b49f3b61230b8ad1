package heliograph.broadcaster.studio.v4l2;

import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera that is there and may not be opened, so that nobody can ask it what it is. Immutable; any thread.
 *
 * @param name as the kernel says
 * @param place where it is plugged in, which is its id; empty where the kernel does not say
 * @param node its {@code /dev/videoN} just now
 */
record DeniedCamera(String name, String place, String node) {
    private static final Pattern USB_BUS = Pattern.compile("usb\\d+");
    private static final Pattern USB_DEVICE = Pattern.compile("\\d+-(\\d+(?:\\.\\d+)*)");
    /** {@code bus_info} of {@code struct v4l2_capability}, less the end of a C string. */
    private static final int LONGEST = 31;

    /**
     * What the driver of USB cameras would say of the place of this device, from where it stands in {@code /sys/devices}: the controller,
     * and the way through the hubs (the kernel's {@code usb_make_path}). Empty where it is no USB device.
     */
    static String place(Path device) {
        String controller = "";
        String way = "";
        String before = "";
        for (Path part : device) {
            String name = part.toString();
            Matcher usb = USB_DEVICE.matcher(name);
            if (USB_BUS.matcher(name).matches()) {
                controller = before;
            } else if (usb.matches()) {
                way = usb.group(1);
            }
            before = name;
        }
        String place = "usb-" + controller + "-" + way;
        if (controller.isEmpty() || way.isEmpty()) {
            return "";
        }
        return place.length() > LONGEST ? place.substring(0, LONGEST) : place;
    }

    /** Whether it is the one that is wanted: by its id where that is known, and otherwise by what it is called. */
    boolean isMeant(Source.Device wanted) {
        if (!wanted.id().isEmpty() && !place.isEmpty()) {
            return isAt(wanted.id());
        }
        // What was typed may be a name, an id, or both as the lists show them.
        return wanted.name().equals(name)
                || isAt(wanted.name())
                || wanted.name().equals(name + " (" + place + ")");
    }

    /** Several at one place have numbers after it. */
    private boolean isAt(String id) {
        return !place.isEmpty() && (id.equals(place) || id.startsWith(place + "#"));
    }

    Problem problem() {
        return new Problem(Problem.Kind.CAMERA_DENIED, name, node);
    }
}
