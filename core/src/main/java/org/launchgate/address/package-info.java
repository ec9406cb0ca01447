/** Where an accepted launch leads: addresses inside the application, fixed or of its context. */
@NullMarked
package org.launchgate.address;

import org.jspecify.annotations.NullMarked;
