package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Intent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The two streams to whoever started the program. Any thread. */
record Terminal(PrintStream out, PrintStream err) {

    static Terminal standard() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    /** The same streams for threads that must not wait for whoever reads; written out at the end, as far as that goes. */
    Terminal patient(Exit exit) {
        return new Terminal(patient(out, "terminal-out", exit), patient(err, "terminal-err", exit));
    }

    private static PrintStream patient(PrintStream stream, String name, Exit exit) {
        PatientOutput output = PatientOutput.to(stream, name);
        exit.lastWords(output);
        return new PrintStream(output, true, charset());
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }

    /** Says what there is to say where nothing is to be run; the exit status. */
    int settle(Intent intent) {
        if (intent instanceof Intent.Print print) {
            out.print(print.text());
            out.flush();
        } else if (intent instanceof Intent.Refuse refuse) {
            refuse.mistakes().forEach(this::complain);
            complain(refuse.hint());
            return Exit.WRONG_USAGE;
        }
        return Exit.OK;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    /** The terminal's own, unless that could not even say who is missing: then UTF-8, which most can show. */
    static Charset charset() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return charset.newEncoder().canEncode('…') ? charset : StandardCharsets.UTF_8;
    }
}
