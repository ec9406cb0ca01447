/**
 * Keys of partners that publish them as a JWK set (RFC 7517 section 5) under an https address:
 * fetched in the background, kept, refreshed.
 *
 * <p>{@link org.launchgate.jwks.RemoteKeySets} holds every set of one deployment, {@link
 * org.launchgate.jwks.RemoteKeySet} is one of them, and {@link org.launchgate.jwks.FetchSettings}
 * says how they are fetched. A developer who writes a resolver of their own uses {@link
 * org.launchgate.jwks.JwksKeyResolver}.
 *
 * <p>What holds for every fetch: https alone, with the host name verified; no redirects; status 200
 * alone; at most 512 KiB and 5 seconds; the address that is connected is one that was checked
 * before. It neither authenticates to the server nor to a proxy, does no conditional requests, and
 * speaks HTTP/1.1.
 */
@NullMarked
package org.launchgate.jwks;

import org.jspecify.annotations.NullMarked;
