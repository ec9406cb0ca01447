package org.launchgate.security;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.launchgate.cdi.LaunchInjection;

/**
 * Stands on one class of an application, whichever, and has the container itself know who launched,
 * so that {@code <security-constraint>}, {@code @RolesAllowed} and {@code SecurityContext} do: it
 * makes a {@link LaunchAuthenticationMechanism} the application's authentication mechanism.
 *
 * <pre>{@code
 * @LaunchAuthenticationMechanismDefinition
 * @ApplicationScoped
 * public class Portal {}
 * }</pre>
 *
 * <p>The filter's init-params are context-params in {@code web.xml}, with {@code launchgate.} in
 * front; a mistake in them stops the deployment. A {@code LaunchFilter} beside it has no
 * init-params. It includes {@link LaunchInjection}.
 *
 * <p>It is a stereotype, so that in an archive with {@code bean-discovery-mode="annotated"} it
 * makes the class a bean that is discovered; it gives no scope. Open Liberty looks at no stereotype
 * of a library: there the class needs a scope of its own.
 *
 * <p>Source: Jakarta Security 3.0, 2.4 "Annotations and Built-In HttpAuthenticationMechanism
 * Beans", whose pattern it follows.
 */
@Documented
@LaunchInjection
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LaunchAuthenticationMechanismDefinition {

  /**
   * Whether the application has another mechanism, too, and a mechanism or handler of its own that
   * chooses between them. The bean is then found under the qualifier {@link ByLaunch} alone, and
   * does nothing with a request that is no launch and has none, a protected one included: what
   * becomes of that is for the other mechanism to say. Default: no.
   */
  boolean besideOthers() default false;
}
