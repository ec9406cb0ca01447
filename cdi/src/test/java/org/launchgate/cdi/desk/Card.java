package org.launchgate.cdi.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.launchgate.cdi.CurrentLaunch;

/** One for each request. */
@RequestScoped
public class Card {
  @Inject private CurrentLaunch launch;

  public String patient() {
    return Patients.of(launch);
  }
}
