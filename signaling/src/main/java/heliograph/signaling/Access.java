package heliograph.signaling;

import heliograph.signaling.auth.Accounts;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.Tokens;
import java.io.IOException;
import java.security.SecureRandom;

/** What the data folder says about who may come in. Immutable. */
record Access(Accounts accounts, Tokens tokens) {
    static Access open(SignalingSettings settings, SecureRandom random) throws SignalingStartException {
        try {
            PrivateFolder folder = PrivateFolder.open(settings.data());
            Accounts accounts = settings.account() == null
                    ? Accounts.stored(folder, random)
                    : Accounts.forThisRun(settings.account(), random);
            return new Access(accounts, Tokens.open(folder, settings.clock(), random));
        } catch (IOException e) {
            throw StartFailure.dataFolder(e, settings);
        }
    }
}
