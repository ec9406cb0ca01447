package org.launchgate.replay;

import java.time.Instant;

/**
 * What one run of a store hands to the next.
 *
 * @param stoppedAt when the earlier run ended
 * @param since from when on no use of a token is unknown
 * @param digests what made the digests in the memory
 * @param memory the launches
 */
record SavedLaunches(
    Instant stoppedAt, Instant since, LaunchDigests digests, LaunchMemory memory) {}
