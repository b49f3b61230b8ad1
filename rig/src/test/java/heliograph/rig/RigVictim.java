package heliograph.rig;

import java.util.concurrent.CountDownLatch;

/** A program with a rig, to be killed. */
final class RigVictim {
    private RigVictim() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Rig rig = Rig.start()) {
            System.out.println("up " + rig.environment().get("DISPLAY"));
            new CountDownLatch(1).await();
        }
    }
}
