/**
 * Logs who launched in to the container itself, by Jakarta Security: {@link
 * org.launchgate.security.LaunchAuthenticationMechanismDefinition} switches it on.
 *
 * <p>Nothing here is a bean that a container discovers, in whatever archive it lies.
 */
@NullMarked
@Vetoed
package org.launchgate.security;

import jakarta.enterprise.inject.Vetoed;
import org.jspecify.annotations.NullMarked;
