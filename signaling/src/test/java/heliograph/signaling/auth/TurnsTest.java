package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> run = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    private void add(Turns turns, String address, String name) {
        add(turns, new Visitor(address, address, address, address), name);
    }

    private void add(Turns turns, Visitor visitor, String name) {
        Turns.Attempt attempt = new Turns.Attempt(() -> run.add(name), () -> dropped.add(name));
        turns.add(visitor, attempt).ifPresent(one -> one.drop().run());
    }

    private void runAll(Turns turns) {
        Optional<Turns.Attempt> next = turns.next();
        while (next.isPresent()) {
            next.get().run().run();
            next = turns.next();
        }
    }

    @Test
    void whoeverBringsMuchWaitsBehindHimself() {
        Turns turns = new Turns(10);
        add(turns, "much", "m1");
        add(turns, "much", "m2");
        add(turns, "much", "m3");
        add(turns, "one", "o1");
        add(turns, "other", "x1");
        runAll(turns);
        assertThat(run).containsExactly("m1", "o1", "x1", "m2", "m3");
        assertThat(dropped).isEmpty();
    }

    @Test
    void whereThereIsNoRoomWhoeverBringsMostMakesIt() {
        Turns turns = new Turns(3);
        add(turns, "much", "m1");
        add(turns, "much", "m2");
        add(turns, "much", "m3");
        add(turns, "one", "o1");
        assertThat(dropped).containsExactly("m3");
        add(turns, "much", "m4");
        assertThat(dropped).containsExactly("m3", "m4");
        runAll(turns);
        assertThat(run).containsExactlyInAnyOrder("m1", "o1", "m2");
    }

    @Test
    void whereEverybodyWaitsForOneTheNewcomerIsTurnedAway() {
        Turns turns = new Turns(2);
        add(turns, "a", "a1");
        add(turns, "b", "b1");
        add(turns, "c", "c1");
        assertThat(dropped).containsExactly("c1");
        runAll(turns);
        assertThat(run).containsExactly("a1", "b1");
        assertThat(turns.next()).isEmpty();
    }

    @Test
    void theNetworksOfASiteHaveItsTurnsAmongThemselves() {
        Turns turns = new Turns(10);
        for (int i = 0; i < 3; i++) {
            add(turns, new Visitor("", "site:much", "site", "site"), "m" + i);
        }
        add(turns, new Visitor("", "site:one", "site", "site"), "s");
        add(turns, "other", "x1");
        add(turns, "other", "x2");
        runAll(turns);
        assertThat(run).containsExactly("m0", "x1", "s", "x2", "m1", "m2");
    }

    @Test
    void whereThereIsNoRoomTheSiteThatBringsMostMakesItAndThereTheNetworkThatDoes() {
        Turns turns = new Turns(4);
        add(turns, new Visitor("", "site:one", "site", "site"), "s");
        add(turns, new Visitor("", "site:much", "site", "site"), "m1");
        add(turns, new Visitor("", "site:much", "site", "site"), "m2");
        add(turns, "other", "x1");
        add(turns, "other", "x2");
        add(turns, "home", "h");
        assertThat(dropped).containsExactly("m2", "x2");
    }
}
