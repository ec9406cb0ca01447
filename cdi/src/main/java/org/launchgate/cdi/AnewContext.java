package org.launchgate.cdi;

import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Makes what has the scope {@link Anew}. Holds nothing. */
final class AnewContext implements Context {
  @Override
  public Class<? extends Annotation> getScope() {
    return Anew.class;
  }

  @Override
  public <T> @Nullable T get(
      Contextual<T> contextual, @Nullable CreationalContext<T> creationalContext) {
    return creationalContext == null ? null : contextual.create(creationalContext);
  }

  /** There is never one already. */
  @Override
  public <T> @Nullable T get(Contextual<T> contextual) {
    return null;
  }

  @Override
  public boolean isActive() {
    return true;
  }
}
