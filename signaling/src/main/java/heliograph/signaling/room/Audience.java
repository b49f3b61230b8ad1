package heliograph.signaling.room;

/**
 * Who is in the room, for the broadcaster's window.
 *
 * @param live whether there is something to watch
 * @param watching viewers whose offer was answered
 * @param waiting viewers who have joined and do not watch yet
 */
public record Audience(boolean live, int watching, int waiting) {}
