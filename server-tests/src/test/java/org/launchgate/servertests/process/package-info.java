/** What was built, started as real processes and stopped again. */
@NullMarked
package org.launchgate.servertests.process;

import org.jspecify.annotations.NullMarked;
