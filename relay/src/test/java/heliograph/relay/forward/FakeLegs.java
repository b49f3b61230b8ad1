package heliograph.relay.forward;

import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.Legs;
import java.util.ArrayList;
import java.util.List;

/** Opens legs that carry nothing. */
final class FakeLegs implements Legs {
    final List<FakeLeg> all = new ArrayList<>();
    private final TestClock clock;

    FakeLegs(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public Leg open(LegObserver observer, boolean patient) {
        FakeLeg leg = new FakeLeg(observer, clock, all.size(), patient);
        all.add(leg);
        return leg;
    }

    FakeLeg last() {
        return all.get(all.size() - 1);
    }
}
