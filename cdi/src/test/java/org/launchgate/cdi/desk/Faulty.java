package org.launchgate.cdi.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.LaunchEvent;

/** Fails for one patient, on a thread of the container's. */
@ApplicationScoped
public class Faulty {
  void later(@ObservesAsync LaunchEvent event) {
    event
        .party(LaunchEvent.Party.PATIENT)
        .map(EventIdentifier::value)
        .filter("patient-of-nobody"::equals)
        .ifPresent(
            id -> {
              throw new UnsupportedOperationException("no place for " + id);
            });
  }
}
