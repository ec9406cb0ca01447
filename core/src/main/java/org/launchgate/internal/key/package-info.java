/**
 * Key material as partners hand it over, bound to the algorithms for which it may be used. Not API.
 */
@NullMarked
package org.launchgate.internal.key;

import org.jspecify.annotations.NullMarked;
