package org.launchgate.security.desk;

import org.launchgate.LaunchContext;
import org.launchgate.cdi.CurrentLaunch;

/** Says which patient. */
final class Patients {
  private Patients() {}

  static String of(CurrentLaunch launch) {
    return launch.isPresent() ? launch.context().map(Patients::of).orElseThrow() : "none";
  }

  static String of(LaunchContext context) {
    return context.patient().flatMap(patient -> patient.id()).orElse("unknown");
  }
}
