package org.launchgate.cdi;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on one class of an application, whichever, and has its beans get at launches:
 *
 * <ul>
 *   <li>{@code @Inject CurrentLaunch}: the launch of this request, if it has one;
 *   <li>{@code @Inject Instance<LaunchContext>} and {@code @Inject Instance<LaunchPrincipal>}: the
 *       launch, or who launched, whenever {@code get()} is called in a request that has one;
 *   <li>{@code @Observes LaunchEvent}, all or with {@link OfKind}: what happened to a launch.
 * </ul>
 *
 * <p>Without it on a class that the container discovers, nothing of this is there. It is a
 * stereotype, so that in an archive with {@code bean-discovery-mode="annotated"} it makes the class
 * a bean that is discovered; it gives no scope. Open Liberty looks at no stereotype of a library:
 * there the class needs a scope of its own.
 *
 * <p>It needs a {@code LaunchFilter} or a container login of Launchgate, which take the launches.
 *
 * <p>Source: Jakarta Contexts and Dependency Injection 4.0, 2.8 "Stereotypes".
 */
@Documented
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LaunchInjection {}
