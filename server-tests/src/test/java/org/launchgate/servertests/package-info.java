/** The example portal over HTTP: on real servers, and in the demo. */
@NullMarked
package org.launchgate.servertests;

import org.jspecify.annotations.NullMarked;
