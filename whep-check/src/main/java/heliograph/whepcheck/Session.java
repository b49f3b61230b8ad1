package heliograph.whepcheck;

import java.net.URI;

/**
 * A session that the server made. Immutable.
 *
 * @param uri where it is
 * @param etag which ICE session it has
 * @param offer what it was made from; of an ICE restart the newest
 * @param answer what the server said
 */
record Session(URI uri, String etag, Offer offer, Answer answer) {}
