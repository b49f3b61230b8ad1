package heliograph.bench;

import heliograph.bench.receiver.Reception;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the program, the viewers and the machine did during a few seconds; a value.
 *
 * @param seconds how long it was
 * @param load of the desk and the studio at its end; its processor seconds are the window's
 * @param receiversCores what the receivers used
 * @param othersCores what neither this process nor any that it started used
 * @param receptions a viewer each
 */
record Window(double seconds, ProcessLoad load, double receiversCores, double othersCores, List<Reception> receptions) {
    /** Looks for so long. */
    static Window look(Program program, ReceiverProcess receivers, int seconds)
            throws IOException, InterruptedException {
        List<ProcessHandle> processes = program.processes();
        receivers.take();
        long start = System.nanoTime();
        double machine = ProcessLoad.machineSeconds();
        double counting = ProcessLoad.cpuSeconds(receivers.handle());
        // With all that it started: the program and the receivers.
        double self = ProcessLoad.cpuSeconds(ProcessHandle.current());
        ProcessLoad before = ProcessLoad.of(processes);
        Trial.pause(seconds);
        ProcessLoad after = ProcessLoad.of(processes);
        double took = (System.nanoTime() - start) / 1e9;
        double own = ProcessLoad.cpuSeconds(ProcessHandle.current()) - self;
        double busy = ProcessLoad.machineSeconds() - machine;
        double counted = ProcessLoad.cpuSeconds(receivers.handle()) - counting;
        List<Reception> receptions = receivers.take();
        double used = after.cpuSeconds() - before.cpuSeconds();
        return new Window(
                (System.nanoTime() - start) / 1e9,
                new ProcessLoad(used / took, after.rssMegabytes(), after.pssMegabytes(), after.threads()),
                counted / took,
                Math.max(0, (busy - own) / took),
                receptions);
    }

    /** Processor cores that the desk and the studio used. */
    double cores() {
        return load.cpuSeconds();
    }

    /** Frames a second of the viewer who got fewest. */
    double fewestFrames() {
        return least(
                receptions.stream().mapToDouble(it -> it.frames() / seconds).min());
    }

    /** Of all viewers, the longest that a picture stood still, in milliseconds. */
    double longestPause() {
        return least(
                receptions.stream().mapToDouble(Reception::longestPauseMillis).max());
    }

    double gaps() {
        return receptions.stream().mapToLong(Reception::gaps).sum();
    }

    double lost() {
        return receptions.stream()
                .mapToLong(it -> it.lost() + it.audioLost() + it.forged())
                .sum();
    }

    /** kbit/s of one viewer, on average. */
    double bitrate() {
        return receptions.stream().mapToLong(Reception::bytes).average().orElse(0) * 8 / 1000 / seconds;
    }

    /** What the receivers' own sockets had no room for, ever. */
    long droppedHere() {
        return receptions.stream().mapToLong(Reception::droppedHere).sum();
    }

    /** How many had fewer frames a second than this, whichever frame the window began and ended in. */
    long below(double rate) {
        return receptions.stream()
                .filter(it -> it.frames() + 1 < rate * seconds)
                .count();
    }

    private static double least(OptionalDouble value) {
        return value.orElse(0);
    }
}
