package heliograph.broadcaster.desk.window;

import java.util.function.UnaryOperator;

/** What is known of the last time, and what is to be known the next time. Any thread; never waits. */
interface Memory {
    Remembered known();

    /** From now on this is known. */
    void note(UnaryOperator<Remembered> change);

    /** Of nothing, and for this time alone. */
    static Memory none() {
        return new Memory() {
            @Override
            public Remembered known() {
                return Remembered.NOTHING;
            }

            @Override
            public void note(UnaryOperator<Remembered> change) {
                // Nobody asks for it.
            }
        };
    }
}
