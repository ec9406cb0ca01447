/** A second application on the server, which looks at what the first has left there. */
@NullMarked
package org.launchgate.containertests.registry;

import org.jspecify.annotations.NullMarked;
