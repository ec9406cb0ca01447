/** The replay store of one node. */
@NullMarked
package org.launchgate.replay;

import org.jspecify.annotations.NullMarked;
