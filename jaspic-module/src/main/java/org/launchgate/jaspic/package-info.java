/** Logs who launched in to the container itself, by Jakarta Authentication. */
@NullMarked
package org.launchgate.jaspic;

import org.jspecify.annotations.NullMarked;
