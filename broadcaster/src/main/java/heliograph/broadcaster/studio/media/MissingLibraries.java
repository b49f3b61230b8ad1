package heliograph.broadcaster.studio.media;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which shared libraries keep the native media code from being loaded. Any thread. */
public final class MissingLibraries {
    /** What the loader says: {@code /tmp/x.so: libpulse.so.0: cannot open shared object file: No such file...}. */
    private static final Pattern LOADER =
            Pattern.compile("(?:^|[\\s:])([\\w.+-]+\\.(?:so[\\w.]*|dylib|dll)): cannot open shared object file");

    /** What libwebrtc-java's library asks for beyond the C library. */
    private static final List<String> NEEDED = List.of(
            "libpulse.so.0",
            "libudev.so.1",
            "libX11.so.6",
            "libXfixes.so.3",
            "libXrandr.so.2",
            "libXcomposite.so.1",
            "libdbus-1.so.3");

    private MissingLibraries() {}

    /** The libraries that the loader's errors name, in this throwable and its causes. */
    public static Set<String> named(Throwable failure) {
        Set<String> names = new LinkedHashSet<>();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Matcher loader = LOADER.matcher(String.valueOf(t.getMessage()));
            while (loader.find()) {
                names.add(loader.group(1));
            }
        }
        return names;
    }

    /** As {@link #named}, and all others that are missing as well: the loader stops at the first. */
    public static Set<String> all(Throwable failure) {
        Set<String> names = named(failure);
        if (Platform.isLinux()) {
            for (String library : NEEDED) {
                try (NativeLibrary loaded = NativeLibrary.getInstance(library)) {
                    loaded.getName();
                } catch (UnsatisfiedLinkError e) {
                    names.add(library);
                }
            }
        }
        return names;
    }
}
