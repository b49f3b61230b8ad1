package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Source;
import java.util.List;

/** What a device is called where people choose: its name, and of twins the id as well. Stateless; any thread. */
public final class DeviceLabel {

    /** The label of one of these devices; it is good as a setting, too. */
    public static String of(Source.Device device, List<Source.Device> devices) {
        boolean twin = devices.stream()
                .anyMatch(it -> it.name().equals(device.name()) && !it.id().equals(device.id()));
        return twin ? withId(device.id(), device.name()) : device.name();
    }

    static String withId(String id, String name) {
        return name + " (" + id + ")";
    }

    private DeviceLabel() {}
}
