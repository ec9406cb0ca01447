package org.launchgate.security.direct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.launchgate.LaunchContext;

/** Would keep the patient of whoever came first. */
@ApplicationScoped
public class Dossier {
  @Inject private LaunchContext launch;

  public String patient() {
    return launch.toString();
  }
}
