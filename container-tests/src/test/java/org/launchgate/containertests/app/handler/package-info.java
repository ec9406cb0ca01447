/** The mechanism that the application has beside launches, which the guide's handler asks. */
@NullMarked
package org.launchgate.containertests.app.handler;

import org.jspecify.annotations.NullMarked;
