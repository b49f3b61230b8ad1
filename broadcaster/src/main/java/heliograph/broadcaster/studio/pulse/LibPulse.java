package heliograph.broadcaster.studio.pulse;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The part of libpulse (PulseAudio's client library, which PipeWire serves as well) that is called here, by its own
 * names. A main loop and all that hangs on it belong to one thread.
 */
interface LibPulse extends Library {
    int CONTEXT_NOAUTOSPAWN = 1;
    int CONTEXT_READY = 4;
    int OPERATION_RUNNING = 0;
    int STREAM_READY = 2;
    int STREAM_DONT_MOVE = 0x0200;
    int STREAM_ADJUST_LATENCY = 0x2000;
    int SAMPLE_S16LE = 3;
    int SUBSCRIBE_SOURCES_AND_SERVER = 0x0002 | 0x0080;

    /** {@code pa_source_info_cb_t}. */
    interface SourceInfoCallback extends Callback {
        void invoke(Pointer context, @Nullable Pointer info, int end, @Nullable Pointer data);
    }

    /** {@code pa_context_subscribe_cb_t}. */
    interface SubscribeCallback extends Callback {
        void invoke(Pointer context, int event, int index, @Nullable Pointer data);
    }

    /**
     * Loads it.
     *
     * @throws UnsatisfiedLinkError when it is not installed
     */
    static LibPulse load() {
        return Native.load("libpulse.so.0", LibPulse.class);
    }

    Pointer pa_mainloop_new();

    Pointer pa_mainloop_get_api(Pointer loop);

    int pa_mainloop_prepare(Pointer loop, int micros);

    int pa_mainloop_poll(Pointer loop);

    int pa_mainloop_dispatch(Pointer loop);

    void pa_mainloop_free(Pointer loop);

    Pointer pa_context_new(Pointer api, String name);

    int pa_context_connect(Pointer context, @Nullable String server, int flags, @Nullable Pointer spawn);

    int pa_context_get_state(Pointer context);

    int pa_context_errno(Pointer context);

    void pa_context_disconnect(Pointer context);

    void pa_context_unref(Pointer context);

    @Nullable
    Pointer pa_context_get_source_info_list(Pointer context, SourceInfoCallback callback, @Nullable Pointer data);

    void pa_context_set_subscribe_callback(Pointer context, SubscribeCallback callback, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_subscribe(Pointer context, int mask, @Nullable Callback done, @Nullable Pointer data);

    int pa_operation_get_state(Pointer operation);

    void pa_operation_unref(Pointer operation);

    Pointer pa_stream_new(Pointer context, String name, Memory sampleSpec, @Nullable Pointer channelMap);

    int pa_stream_connect_record(Pointer stream, String device, Memory bufferAttributes, int flags);

    int pa_stream_get_state(Pointer stream);

    int pa_stream_peek(Pointer stream, PointerByReference data, NativeLongByReference bytes);

    int pa_stream_drop(Pointer stream);

    NativeLong pa_stream_readable_size(Pointer stream);

    int pa_stream_disconnect(Pointer stream);

    void pa_stream_unref(Pointer stream);

    String pa_strerror(int error);
}
