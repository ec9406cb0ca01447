package org.launchgate.example.ward;

import static org.launchgate.spi.LaunchEvent.Kind.PATIENT_CHANGED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.launchgate.cdi.OfKind;
import org.launchgate.spi.LaunchEvent;

/** Writes down each change from one patient to another; a table in earnest. Thread-safe. */
@Named
@ApplicationScoped
public class OpenedPatients {
  private static final int MOST = 100;

  private final List<OpenedPatient> lines = new CopyOnWriteArrayList<>();

  void changed(@Observes @OfKind(PATIENT_CHANGED) LaunchEvent event) {
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
