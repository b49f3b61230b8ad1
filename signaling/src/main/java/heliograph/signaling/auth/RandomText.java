package heliograph.signaling.auth;

import java.security.SecureRandom;

/** Ids and secrets that people can copy, five random bits a character. Holds nothing; any thread. */
final class RandomText {
    /** 32 characters, none of which looks like another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private RandomText() {}

    static String of(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
