package heliograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What processes have used, by the kernel's own books (proc(5)); a value.
 *
 * @param cpuSeconds of processor time since they began
 * @param rssMegabytes in memory, shared pages counted for each
 * @param pssMegabytes in memory, shared pages counted once
 * @param threads now
 */
record ProcessLoad(double cpuSeconds, double rssMegabytes, double pssMegabytes, int threads) {
    private static final double TICKS = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int THREADS = 17;
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;

    /** Of all these together; memory is looked at too, which takes some milliseconds of each. */
    static ProcessLoad of(List<ProcessHandle> processes) throws IOException {
        ProcessLoad sum = new ProcessLoad(0, 0, 0, 0);
        for (ProcessHandle process : processes) {
            Path folder = Path.of("/proc", String.valueOf(process.pid()));
            ProcessLoad one =
                    parse(Files.readString(folder.resolve("stat")), Files.readAllLines(folder.resolve("smaps_rollup")));
            sum = new ProcessLoad(
                    sum.cpuSeconds + one.cpuSeconds,
                    sum.rssMegabytes + one.rssMegabytes,
                    sum.pssMegabytes + one.pssMegabytes,
                    sum.threads + one.threads);
        }
        return sum;
    }

    static ProcessLoad parse(String stat, List<String> rollup) {
        String[] words = words(stat);
        return new ProcessLoad(
                (Long.parseLong(words[USER_TIME]) + Long.parseLong(words[SYSTEM_TIME])) / TICKS,
                kilobytes(rollup, "Rss:") / 1024,
                kilobytes(rollup, "Pss:") / 1024,
                Integer.parseInt(words[THREADS]));
    }

    /** Processor time of one process and all its descendants that live. */
    static double cpuSeconds(ProcessHandle root) {
        return cpuSecondsOf(root)
                + root.descendants().mapToDouble(ProcessLoad::cpuSecondsOf).sum();
    }

    private static double cpuSecondsOf(ProcessHandle process) {
        try {
            String[] words = words(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat")));
            return (Long.parseLong(words[USER_TIME]) + Long.parseLong(words[SYSTEM_TIME])) / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }

    // The program's name may have spaces and brackets in it; what follows its last one has none.
    private static String[] words(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static double kilobytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Processor seconds that the whole machine has worked since it was started. */
    static double machineSeconds() throws IOException {
        String[] words = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +", -1);
        double busy = 0;
        // user, nice, system, idle, iowait, irq, softirq, steal; guests are in user already.
        for (int i = 1; i <= 8 && i < words.length; i++) {
            busy += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(words[i]);
        }
        return busy / TICKS;
    }
}
