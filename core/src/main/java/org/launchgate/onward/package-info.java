/** Calls of the application to the partner that a launch came from. */
@NullMarked
package org.launchgate.onward;

import org.jspecify.annotations.NullMarked;
