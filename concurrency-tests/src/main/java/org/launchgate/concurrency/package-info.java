/**
 * What of the replay store has to hold under any interleaving of threads. Each class is one
 * situation, which jcstress makes many times; an outcome that is not listed fails the build.
 */
@NullMarked
package org.launchgate.concurrency;

import org.jspecify.annotations.NullMarked;
