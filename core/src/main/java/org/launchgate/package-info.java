/**
 * Verifies launches: a partner system opens this application in a user's browser with a signed
 * token that says who the user is, for which organisation, and which patient is in focus.
 *
 * <p>{@link org.launchgate.LaunchVerifier} takes one compact token and where it came in, and
 * answers with a {@link org.launchgate.Verdict}: accepted with a {@link
 * org.launchgate.LaunchContext}, or refused with a {@link org.launchgate.Refusal}. What it has to
 * ask outside stands in {@link org.launchgate.spi}; who may launch, in {@link
 * org.launchgate.partner}; how a kind of token is read, in {@link org.launchgate.profile}.
 *
 * <p>It does not know HTTP, sessions or pages, does not issue tokens, and does not decide what a
 * user may see: that stays the application's.
 */
@NullMarked
package org.launchgate;

import org.jspecify.annotations.NullMarked;
