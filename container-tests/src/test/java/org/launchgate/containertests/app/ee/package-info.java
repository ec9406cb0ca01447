/** What only a full server runs: an EJB, and Jakarta Security. */
@NullMarked
package org.launchgate.containertests.app.ee;

import org.jspecify.annotations.NullMarked;
