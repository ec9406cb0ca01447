/**
 * Injects the launch of the request into an application's beans, and fires CDI events of launches:
 * {@link org.launchgate.cdi.LaunchInjection} switches it on.
 *
 * <p>Nothing here is a bean that a container discovers, in whatever archive it lies.
 */
@NullMarked
@Vetoed
package org.launchgate.cdi;

import jakarta.enterprise.inject.Vetoed;
import org.jspecify.annotations.NullMarked;
