/** Where an accepted launch leads: addresses inside the application, fixed or of its context. */
@NullMarked
package org.launchgate.target;

import org.jspecify.annotations.NullMarked;
