package heliograph.broadcaster.desk.station;

import heliograph.signaling.room.Announcement;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A room in which are whom a test says. Lives on the test's thread. */
final class FakeRoom implements Room {
    final List<String> removed = new ArrayList<>();
    /** What the relay says. */
    List<RelayedViewer> relayed = List.of();
    /** How often it was asked. */
    int looks;

    final List<Announcement> announced = new ArrayList<>();

    private final List<Consumer<Boolean>> overloads = new ArrayList<>();
    private final List<Consumer<List<RoomViewer>>> listeners = new ArrayList<>();
    private List<RoomViewer> viewers = List.of();
    private int tokens;

    /** These are there, and nobody else. */
    void present(RoomViewer... now) {
        viewers = List.of(now);
        listeners.forEach(listener -> listener.accept(viewers));
    }

    /** One more. */
    void add(RoomViewer viewer) {
        List<RoomViewer> all = new ArrayList<>(viewers);
        all.add(viewer);
        present(all.toArray(RoomViewer[]::new));
    }

    @Override
    public Links links() {
        return Links.local(URI.create("http://127.0.0.1:1/"));
    }

    @Override
    public void onLinks(Consumer<Links> listener) {
        listener.accept(links());
    }

    @Override
    public URI roomUri() {
        return URI.create("ws://127.0.0.1:1/ws");
    }

    @Override
    public String broadcasterToken() {
        return "token " + ++tokens;
    }

    @Override
    public Optional<FirstAccount> firstAccount() {
        return Optional.empty();
    }

    @Override
    public Optional<NoRelay> noRelay() {
        return Optional.empty();
    }

    @Override
    public void onOverload(Consumer<Boolean> listener) {
        overloads.add(listener);
        listener.accept(false);
    }

    /** The computer does not keep up, or does again. */
    void overloaded(boolean now) {
        overloads.forEach(listener -> listener.accept(now));
    }

    @Override
    public void onWatchers(Consumer<Watchers> listener) {
        listener.accept(new Watchers(2, 1));
    }

    @Override
    public void onViewers(Consumer<List<RoomViewer>> listener) {
        listeners.add(listener);
        listener.accept(viewers);
    }

    @Override
    public void remove(String viewer) {
        removed.add(viewer);
    }

    @Override
    public void announce(Announcement announcement) {
        announced.add(announcement);
    }

    @Override
    public List<RelayedViewer> relayed() {
        looks++;
        return relayed;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
