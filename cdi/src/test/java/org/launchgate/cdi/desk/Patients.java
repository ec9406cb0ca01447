package org.launchgate.cdi.desk;

import org.launchgate.LaunchContext;
import org.launchgate.cdi.CurrentLaunch;

/** Says which patient. */
public final class Patients {
  private Patients() {}

  public static String of(CurrentLaunch launch) {
    return launch.isPresent() ? launch.context().map(Patients::of).orElseThrow() : "none";
  }

  public static String of(LaunchContext context) {
    return context.patient().flatMap(patient -> patient.id()).orElse("unknown");
  }
}
