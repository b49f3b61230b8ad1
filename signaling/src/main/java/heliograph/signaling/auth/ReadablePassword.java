package heliograph.signaling.auth;

import java.security.SecureRandom;

/** Makes passwords that people can copy from a screen by hand. */
final class ReadablePassword {
    /** Without i, l, o, 0 and 1, which look alike: 31 characters, 4.95 bits each. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 6;

    private ReadablePassword() {}

    /** Three groups of six characters: 89 bits. */
    static String generate(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
