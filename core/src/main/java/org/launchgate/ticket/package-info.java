/** The ticket store of one node. */
@NullMarked
package org.launchgate.ticket;

import org.jspecify.annotations.NullMarked;
