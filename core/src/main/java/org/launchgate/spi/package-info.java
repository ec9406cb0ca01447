/**
 * What the verifier asks outside itself, one question each, with defaults that work on one node
 * without set-up.
 */
@NullMarked
package org.launchgate.spi;

import org.jspecify.annotations.NullMarked;
