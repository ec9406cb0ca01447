package org.launchgate.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.launchgate.spi.LaunchEvent;

/**
 * Has an observer told of one kind of event only:
 *
 * <pre>{@code
 * void closeDossier(@Observes @OfKind(PATIENT_CHANGED) LaunchEvent event) { ... }
 * }</pre>
 *
 * <p>Observers are told after the fact, on one thread of Launchgate's, one event after the other,
 * as a {@link org.launchgate.spi.LaunchListener} is; those with {@code @ObservesAsync} on a thread
 * of the container's, and the next event waits for them, too. A request scope is active, of its own
 * for each event, with no HTTP request and no {@link CurrentLaunch}.
 */
@Documented
@Qualifier
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfKind {

  /** The kind. */
  LaunchEvent.Kind value();

  /** A kind as an instance. */
  final class Literal extends AnnotationLiteral<OfKind> implements OfKind {
    private static final long serialVersionUID = 1L;

    private final LaunchEvent.Kind value;

    private Literal(LaunchEvent.Kind value) {
      this.value = value;
    }

    /** The qualifier for that kind. */
    public static Literal of(LaunchEvent.Kind value) {
      return new Literal(value);
    }

    @Override
    public LaunchEvent.Kind value() {
      return value;
    }
  }
}
