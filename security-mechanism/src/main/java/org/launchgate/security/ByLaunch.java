package org.launchgate.security;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names Launchgate's mechanism among several: the qualifier of the bean that {@link
 * LaunchAuthenticationMechanismDefinition} makes.
 *
 * <pre>{@code
 * @Inject @ByLaunch HttpAuthenticationMechanism launches;
 * }</pre>
 *
 * <p>Source: Jakarta Security 4.0, 2.2 "HttpAuthenticationMechanismHandler", by which a handler
 * tells mechanisms apart.
 */
@Documented
@Qualifier
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ByLaunch {

  /** The qualifier as an instance. */
  final class Literal extends AnnotationLiteral<ByLaunch> implements ByLaunch {
    private static final long serialVersionUID = 1L;

    /** The instance. */
    public static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
