package heliograph.broadcaster.studio.source;

import heliograph.broadcaster.link.Problem;

/** Hears how a feed fares; called on the feed's own thread. */
public interface FeedListener {
    /** It has nothing to push; it goes on trying. */
    void trouble(Problem problem);

    /** It pushes, for the first time or again. */
    void flowing();
}
