package heliograph.signaling.auth;

import org.jspecify.annotations.Nullable;

/**
 * What came of showing an invitation's secret. Immutable; any thread.
 *
 * @param invitation as it was before
 * @param state what it was found to be; {@code OPEN} where it let in
 * @param family what the tokens of whoever came in share; null where it let nobody in
 * @param again whether this one had come in already, and no other use was counted
 */
record InvitationUse(
        Invitation invitation,
        Invitation.State state,
        @Nullable String family,
        boolean again) {
    /** It lets nobody in. */
    static InvitationUse refused(Invitation invitation, Invitation.State state) {
        return new InvitationUse(invitation, state, null, false);
    }
}
