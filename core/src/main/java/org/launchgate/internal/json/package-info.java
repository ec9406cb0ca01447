/**
 * The strict JSON reader for token headers, token payloads, partners files and profiles.
 *
 * <p>A launch token decides whose record is opened, so a text that two readers could understand
 * differently is refused here, not repaired: {@link org.launchgate.internal.json.StrictJson} lists
 * what that means.
 *
 * <p>This package is internal: it is public only because other packages of the library use it, and
 * may change in any release. Nothing here logs, and no exception holds a part of the text that was
 * read.
 */
@NullMarked
package org.launchgate.internal.json;

import org.jspecify.annotations.NullMarked;
