/**
 * Starts the Jakarta EE example on a GlassFish in this process, and a hospital system beside it
 * whose users open patients there. Nothing here is needed to use Launchgate.
 */
@NullMarked
package org.launchgate.demo.ward;

import org.jspecify.annotations.NullMarked;
