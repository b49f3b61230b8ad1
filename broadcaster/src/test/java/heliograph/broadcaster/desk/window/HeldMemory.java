package heliograph.broadcaster.desk.window;

import java.util.function.UnaryOperator;

/** A memory that lasts as long as the test. Lives on the test's thread. */
final class HeldMemory implements Memory {
    private Remembered remembered = Remembered.NOTHING;

    @Override
    public Remembered known() {
        return remembered;
    }

    @Override
    public void note(UnaryOperator<Remembered> change) {
        remembered = change.apply(remembered);
    }
}
