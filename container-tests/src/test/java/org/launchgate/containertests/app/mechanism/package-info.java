/** What an application has to have the mechanism, and to be told of the launch by injection. */
@NullMarked
package org.launchgate.containertests.app.mechanism;

import org.jspecify.annotations.NullMarked;
