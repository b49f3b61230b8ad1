package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The way to one STUN or TURN server. One thread, which may wait. */
interface StunWire extends Closeable {

    /**
     * The answer to one request.
     *
     * @param type such as {@link StunMessage#BINDING_REQUEST}
     * @param attributes adds them
     * @throws IOException when nothing comes in time, or the connection ends
     */
    StunMessage ask(int type, UnaryOperator<StunWriter> attributes) throws IOException;
}
