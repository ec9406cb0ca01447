/** The application that the servers run: it tells what its container tells it. */
@NullMarked
package org.launchgate.containertests.app;

import org.jspecify.annotations.NullMarked;
