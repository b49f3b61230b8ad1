package heliograph.whepcheck;

/**
 * What a server may do otherwise than one that does all right, and the clause that has to notice: as broken, as advice that is
 * not followed, or as none of it, where the standard leaves it to the server.
 */
enum Fault {
    OPTIONS_REFUSED("OPTIONS is a success"),
    OPTIONS_IS_204("OPTIONS is answered with 200", Verdict.WARN),
    NO_ACCEPT_POST("OPTIONS names application/sdp", Verdict.WARN),
    NO_CORS("A page of another origin may POST"),
    PREFLIGHT_NEEDS_A_TOKEN("A preflight needs no token"),
    COOKIES_FROM_ANYWHERE("Not every origin may use it with cookies"),
    CONTENT_TO_GET("GET is a success without content"),
    NOTHING_TO_HEAD("HEAD is a success without content"),
    NO_ALLOW("Another method is 405"),
    ANY_TYPE_IS_AN_OFFER("An offer of another content type is refused"),
    NO_ACCEPT_POST_WITH_415("415 says what would be accepted", Verdict.WARN),
    ANY_TEXT_IS_AN_OFFER("A malformed offer is refused"),
    NOTHING_IS_AN_OFFER("An empty offer is refused"),
    PROBLEM_OF_ANOTHER_STATUS("The problem details of each 422 are whole"),
    PROBLEM_THAT_IS_NONE("The problem details of each 405 are whole"),
    PROBLEM_WITH_A_TYPE_OF_ANOTHER_KIND("The problem details of each 404 are whole"),
    PROBLEM_WITHOUT_STATUS("The problem details of each 422 are whole", Verdict.PASS),
    NO_PROBLEMS("The problem details of each 404 are whole", Verdict.SKIP),
    MOVED_307("An offer is answered with 201", Verdict.PASS),
    MOVED_308("An offer is answered with 201", Verdict.PASS),
    MOVED_IN_A_CIRCLE("An offer is answered with 201"),
    MOVED_TO_A_STRANGER("An offer is answered with 201", Verdict.SKIP),
    BUSY_503("An offer is answered with 201", Verdict.SKIP),
    BUSY_429("An offer is answered with 201", Verdict.SKIP),
    BUSY_SESSIONS("Candidates are answered with 204", Verdict.SKIP),
    NO_ETAG_AND_NO_RESTARTS("ETag is a strong entity-tag", Verdict.SKIP),
    NO_ETAG_AND_RESTARTS("A server that restarts ICE gives an ETag"),
    NO_TOKEN_NEEDED("Who has no token is 401"),
    CHALLENGE_WITHOUT_PARAMETERS("Who has no token is 401"),
    ERROR_WITHOUT_TOKEN("Who has no token is not told of an error", Verdict.WARN),
    NO_ERROR_FOR_WRONG_TOKEN("A wrong token is told to be one", Verdict.WARN),
    WRONG_TOKEN_IS_403("A wrong token is 401"),
    REFUSALS_WITHOUT_CORS("A page of another origin can read why"),
    CREATED_AS_200("An offer is answered with 201"),
    REDIRECTED("A POST is not redirected"),
    ANSWER_OF_ANOTHER_TYPE("The answer is application/sdp"),
    NO_LOCATION("Location names the session"),
    WEAK_ETAG("ETag is a strong entity-tag"),
    NOTHING_EXPOSED("A page of another origin can read the answer"),
    TURN_WITHOUT_CREDENTIALS("Link names an ICE server"),
    OFF_AIR_WITHOUT_RETRY_AFTER("409 says when to try again"),
    SENDRECV("The answer only sends"),
    NOT_BUNDLED("All is bundled"),
    NO_EXCLUSIVE_MUX("RTP and RTCP share a port"),
    TWO_STREAMS("All is one MediaStream"),
    TWO_TRACKS_OF_A_KIND("It has one track of a kind"),
    NO_CANDIDATES("The answer has the server's candidates"),
    SHORT_PASSWORD("The answer has ICE credentials"),
    ACTPASS("The answer has a fingerprint and takes a DTLS role"),
    ONE_SECTION("The answer has as many sections"),
    SESSION_PREFLIGHT_WITHOUT_IF_MATCH("A page of another origin may PATCH"),
    SESSION_PREFLIGHT_WITHOUT_DELETE("A page of another origin may DELETE"),
    CONTENT_OF_A_SESSION("GET on a session is a success without content"),
    NO_HEAD_OF_A_SESSION("HEAD on a session is a success without content"),
    SESSION_ALLOWS_NOTHING("Another method on a session is 405"),
    ACCEPT_IS_IGNORED("Who does not accept application/sdp", Verdict.PASS),
    ACCEPT_BREAKS_IT("Who does not accept application/sdp"),
    ACCEPT_IS_NO_LIST("application/sdp may be one of those"),
    SENDRECV_IS_REFUSED("An offer of sendrecv is answered with sendonly"),
    SENDRECV_ANSWERED_ALIKE("An offer of sendrecv is answered with sendonly"),
    SENDONLY_IS_ANSWERED("Nothing is sent to an offer of sendonly"),
    SENDONLY_IS_ANSWERED_INACTIVE("An offer of sendonly is refused", Verdict.WARN),
    INACTIVE_IS_ANSWERED("Nothing is sent to an offer of inactive"),
    INACTIVE_IS_ANSWERED_INACTIVE("An offer of inactive is refused", Verdict.WARN),
    BUNDLE_ONLY_IS_REFUSED("A section that is offered bundle-only"),
    BUNDLE_ONLY_IS_LEFT_OUT("A section that is offered bundle-only"),
    ACTIVE_IS_REFUSED("An offer of setup:active", Verdict.PASS),
    ACTIVE_IS_ANSWERED_ALIKE("An offer of setup:active"),
    TOKEN_IN_THE_LOCATION("The session's address does not have the token", Verdict.WARN),
    COUNTED_SESSIONS("Session URLs cannot be guessed"),
    ONE_ETAG_FOR_ALL("Each ICE session has an entity-tag of its own"),
    DELETE_ENDS_ALL("DELETE ends that session alone"),
    ANYBODY_DELETES("Who has no token cannot end a session"),
    ANYBODY_PATCHES("Who has no token cannot change a session"),
    ANYBODY_LOOKS("Who has no token learns nothing of a session"),
    ANY_TOKEN_DELETES("Who has a wrong token cannot end a session"),
    ANY_TOKEN_PATCHES("Who has a wrong token cannot change a session"),
    ANY_TOKEN_LOOKS("Who has a wrong token learns nothing of a session"),
    STRANGERS_HEAR_404("Who has no token cannot end a session: 401", Verdict.WARN),
    STRANGERS_HEAR_404_FROM_PATCH("Who has no token cannot change a session: 401", Verdict.WARN),
    WRONG_TOKENS_HEAR_404_FROM_PATCH("Who has a wrong token cannot change a session: 401", Verdict.WARN),
    WRONG_TOKENS_HEAR_404_FROM_DELETE("Who has a wrong token cannot end a session: 401", Verdict.WARN),
    REFUSED_DELETE_COUNTS("And the session is still there"),
    OVERLAPPING_CANDIDATES_REFUSED("PATCHes with candidates that overlap"),
    SECOND_RESTART_ENDS("Of ICE restarts that overlap one counts"),
    SECOND_RESTART_IS_REFUSED("Of ICE restarts that overlap one counts", Verdict.PASS),
    TRICKLE_IS_200("Candidates are answered with 204"),
    TRICKLE_WITH_ETAG("That has neither a body nor an ETag"),
    UNUSABLE_CANDIDATES_REFUSED("A candidate that the server cannot use"),
    NO_PRECONDITION_NEEDED("PATCH without If-Match is 428"),
    ANY_ETAG("PATCH for another entity-tag is 412"),
    WEAK_MATCHES("A weak entity-tag never matches"),
    ONE_ETAG_AT_A_TIME("One of several entity-tags is enough"),
    ANY_TYPE_IS_A_FRAGMENT("A fragment of another content type"),
    NO_ACCEPT_PATCH_WITH_415("415 says what would be accepted, in Accept-Patch", Verdict.WARN),
    ANY_TEXT_IS_A_FRAGMENT("A malformed fragment is refused"),
    REFUSED_FRAGMENT_ENDS("What was refused has changed nothing"),
    ANY_CREDENTIALS_RESTART("A restart with unusable credentials is refused"),
    ANY_SECTION_RESTARTS("A restart of a section that is not there is refused"),
    RESTART_IS_201("An ICE restart is answered with 200"),
    RESTART_AS_SDP("The answer is an SDP fragment"),
    RESTART_KEEPS_ETAG("It has another strong entity-tag"),
    RESTART_KEEPS_CREDENTIALS("It has other ICE credentials"),
    RESTART_LOSES_OPTIONS("Its ice-options is as in the answer"),
    RESTART_WITH_A_PACING("Its ice-pacing is as in the answer"),
    RESTART_BECOMES_LITE("Its ice-lite is as in the answer"),
    RESTART_WITHOUT_SECTION("Its candidates are in a media section"),
    FAILED_RESTART_ENDS("A restart that failed leaves the session"),
    OLD_ETAG_COUNTS("The old entity-tag is 412"),
    NO_ETAG_COUNTS("The new entity-tag is the one that counts"),
    DELETE_IS_CONDITIONAL("DELETE is answered with 200, whatever"),
    DELETE_IS_204("DELETE is answered with 200"),
    PATCHES_AFTER_THE_END("What was deleted takes no PATCH"),
    NEVER_GONE("What was deleted is gone");

    private final String clause;
    private final Verdict verdict;

    Fault(String clause) {
        this(clause, Verdict.FAIL);
    }

    Fault(String clause, Verdict verdict) {
        this.clause = clause;
        this.verdict = verdict;
    }

    /** What the clause comes to. */
    Verdict verdict() {
        return verdict;
    }

    /** How the clause begins. */
    String clause() {
        return clause;
    }
}
