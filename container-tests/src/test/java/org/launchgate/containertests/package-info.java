/** The container's own login by a launch, on real servers: one contract, run on each. */
@NullMarked
package org.launchgate.containertests;

import org.jspecify.annotations.NullMarked;
