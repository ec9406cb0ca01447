/**
 * Logs who launched in to the container itself, by Jakarta Security: {@link
 * org.launchgate.security.LaunchAuthenticationMechanismDefinition} switches it on.
 *
 * <p>Nothing here is a bean that a container discovers, in whatever archive it lies.
 */
@NullMarked
package org.launchgate.security;

import org.jspecify.annotations.NullMarked;
