package org.launchgate.example.ward;

import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;
import org.launchgate.cdi.CurrentLaunch;

/**
 * A patient as this application knows one; {@link #toString()} does not tell which.
 *
 * @param partner whose patient it is: two partners may have the same id for different people
 * @param id the partner's id
 */
record PatientKey(String partner, String id) {

  /** The patient of the window that is being served; empty where it shows none. */
  static Optional<PatientKey> of(CurrentLaunch launch) {
    return launch.context().flatMap(PatientKey::of);
  }

  private static Optional<PatientKey> of(LaunchContext context) {
    return context
        .patient()
        .flatMap(LaunchPatient::id)
        .map(id -> new PatientKey(context.partner(), id));
  }

  @Override
  public String toString() {
    return "PatientKey[" + partner + "]";
  }
}
