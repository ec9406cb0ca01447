package org.launchgate.example.ward;

import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.launchgate.cdi.OfKind;
import org.launchgate.spi.LaunchEvent;

/**
 * Writes down who opened which patient; a table in earnest. Thread-safe.
 *
 * <p>Where one session shows one patient at a time, {@code PATIENT_CHANGED} says besides who went
 * out of focus; here patients stand side by side.
 */
@Named
@ApplicationScoped
public class OpenedPatients {
  private static final int MOST = 100;

  private final List<OpenedPatient> lines = new CopyOnWriteArrayList<>();

  void opened(@Observes @OfKind(ACCEPTED) LaunchEvent event) {
    lines.add(0, new OpenedPatient(event));
    if (lines.size() > MOST) {
      lines.remove(MOST);
    }
  }

  /** The latest first. */
  public List<OpenedPatient> getLines() {
    return List.copyOf(lines);
  }
}
