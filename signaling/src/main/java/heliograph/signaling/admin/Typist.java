package heliograph.signaling.admin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whoever types the password: a person at the terminal, or a program at standard input. On the thread that asks. */
public interface Typist {
    /** Whether there is a terminal, which does not show what is typed. */
    boolean isPerson();

    /** Whether what is typed would be seen: a person is at standard input, and no console to hide it. */
    default boolean isOverlooked() {
        return false;
    }

    /** The next line, without its end; null where there is none. A person is shown the prompt. */
    @Nullable
    String password(String prompt) throws IOException;

    /** The process's terminal, or else its standard input. */
    static Typist ofThisProcess() {
        // From Java 22 on there is a console without a terminal too, unless this is said before it is asked for.
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console())
                .map(Typist::ofConsole)
                .orElseGet(() -> ofStream(System.in, Typist::isTerminalAtStandardInput));
    }

    private static Typist ofConsole(Console console) {
        return new Typist() {
            @Override
            public boolean isPerson() {
                return true;
            }

            @Override
            public @Nullable String password(String prompt) {
                char[] typed = console.readPassword("%s", prompt);
                return typed == null ? null : new String(typed);
            }
        };
    }

    /** Java 17 has a console only where standard output is a terminal as well. */
    private static boolean isTerminalAtStandardInput() {
        try {
            return new ProcessBuilder("test", "-t", "0")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // A system without this command of POSIX: what is there cannot be told.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** A program that writes one line of UTF-8, unless {@code terminal} says that a person writes it. */
    static Typist ofStream(InputStream in, BooleanSupplier terminal) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Typist() {
            @Override
            public boolean isPerson() {
                return false;
            }

            @Override
            public boolean isOverlooked() {
                return terminal.getAsBoolean();
            }

            @Override
            public @Nullable String password(String prompt) throws IOException {
                return reader.readLine();
            }
        };
    }
}
